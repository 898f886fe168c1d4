import type { Text } from './language.ts'

export const reasonTexts = {
  title: { zh: '请写明理由', en: 'Say why' },
  reason: { zh: '理由（留痕，不可改）', en: 'Reason (kept in the record)' },
  more: { zh: '另有 {{count}} 处', en: 'and {{count}} more' },
  usual: [
    { zh: '填报有误，予以更正', en: 'Reported wrongly, corrected' },
    { zh: '依据新的凭证调整', en: 'Adjusted by new evidence' },
    { zh: '撤销误操作', en: 'Taking back a slip' },
  ] as readonly Text[],
  cancel: { zh: '先不写入', en: 'Do not write' },
  save: { zh: '写入', en: 'Write' },
}
