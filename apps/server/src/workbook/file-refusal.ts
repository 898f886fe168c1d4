import type { RefusalCode } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'

const one = (code: RefusalCode, zh: string, en: string): Refusal => ({ code, message: { zh, en } })

/** Why a file is not read, each with the way out. */
export const fileRefusals = {
  unreadable: (cause: string) => one('FILE_UNREADABLE', `文件读不了：${cause}`, `The file cannot be read: ${cause}`),
  notSpreadsheet: () =>
    one(
      'FILE_NOT_SPREADSHEET',
      '不是电子表格，请用 .xlsx 或 .csv 文件',
      'Not a spreadsheet: use an .xlsx or .csv file',
    ),
  webPage: () =>
    one(
      'FILE_NOT_SPREADSHEET',
      '这是网页格式的表，不是电子表格；请用 Excel 或 WPS 打开后另存为 .xlsx',
      'A web page under a spreadsheet’s name: open it and save it as .xlsx',
    ),
  oldExcel: () =>
    one(
      'FILE_OLD_EXCEL',
      '旧版 .xls 文件，请用 Excel 或 WPS 打开后另存为 .xlsx',
      'An old .xls file: open it and save it as .xlsx',
    ),
  protectedFile: () =>
    one(
      'FILE_PROTECTED',
      '文件有密码保护，请先取消密码再导入',
      'The file is password-protected: remove the password first',
    ),
  damaged: () =>
    one('FILE_DAMAGED', '文件已损坏，请用 Excel 或 WPS 打开后另存一份', 'The file is damaged: open it and save a copy'),
  openQuote: (row: number) =>
    one(
      'FILE_DAMAGED',
      `第 ${row} 行的引号没有配对，后面的各行分不清；请补上或删去这个引号再导入`,
      `A quotation mark in line ${row} has no other end: complete or delete it`,
    ),
  bomb: () => one('FILE_BOMB', '文件解压后过大，没有读取', 'The file inflates beyond the limit and was not read'),
  entities: () =>
    one(
      'FILE_ENTITIES',
      '文件含有不允许的 XML 实体或 DTD，没有读取',
      'The file holds an XML DTD or entities and was not read',
    ),
  tooLarge: (limitMegabytes: number) =>
    one(
      'FILE_TOO_LARGE',
      `文件超过 ${limitMegabytes} MB，没有读取`,
      `The file is over ${limitMegabytes} MB and was not read`,
    ),
  tooManyCells: () =>
    one(
      'FILE_TOO_LARGE',
      '表格的行列过多，请删去空白的行列后再导入',
      'The sheet spans too many cells: delete empty rows and columns',
    ),
  sheetUnknown: (name: string, known: readonly string[]): Refusal => ({
    ...one('SHEET_UNKNOWN', `没有名为“${name}”的工作表`, `There is no sheet named '${name}'`),
    accepted: known,
  }),
} as const

/** Carries a refusal out of deep inside a reader; whoever opens a file catches it and hands back the value. */
export class FileRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message.en)
    this.refusal = refusal
  }
}
