import { type EvidenceKind, evidenceKinds, type RefusalCode } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'

const one = (code: RefusalCode, zh: string, en: string): Refusal => ({ code, path: 'file', message: { zh, en } })

const endings = Object.values(evidenceKinds).flatMap((kind) => kind.endings)

/** Why a file is not kept as evidence, each with the way out. */
export const evidenceRefusals = {
  empty: () => one('FILE_UNREADABLE', '文件是空的', 'The file is empty'),
  tooLarge: (megabytes: number) =>
    one('FILE_TOO_LARGE', `文件超过 ${megabytes} MB，没有保存`, `The file is over ${megabytes} MB and was not kept`),
  kind: (): Refusal => ({
    ...one(
      'FILE_KIND_REFUSED',
      '不收这种文件，请换成可收的格式',
      'Files of this kind are not kept: use another format',
    ),
    accepted: endings,
  }),
  archive: () =>
    one('FILE_KIND_REFUSED', '压缩包不收，请解压后逐个上传', 'Archives are not kept: unpack it and add its files'),
  mismatch: (found: EvidenceKind) =>
    one(
      'FILE_MISMATCHED',
      `内容是${evidenceKinds[found].title.zh}，与文件名不符`,
      `The content is a ${evidenceKinds[found].title.en}, which the name does not say`,
    ),
  macros: () =>
    one('FILE_MACROS', '文件含有宏，请另存为不含宏的格式', 'The file holds macros: save it in a format without them'),
  protectedFile: () =>
    one('FILE_PROTECTED', '文件有密码保护，请先取消密码', 'The file is password-protected: remove the password first'),
  damaged: () => one('FILE_DAMAGED', '文件已损坏', 'The file is damaged'),
  bomb: () => one('FILE_BOMB', '文件解压后过大，没有保存', 'The file inflates beyond the limit and was not kept'),
  pixels: () =>
    one('FILE_BOMB', '图片的像素过多，请缩小后再上传', 'The image has too many pixels: make it smaller first'),
} as const
