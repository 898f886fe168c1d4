import { readFileSync } from 'node:fs'
import { cellText } from '@guatu/ledger'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../location.ts'
import { FileRefused } from './file-refusal.ts'
import { fileLimits } from './limits.ts'
import { openFile } from './open-file.ts'
import { layoutWorkbook } from './testing/layout-workbook.ts'
import { oneRow, workbookParts, zipFile } from './testing/zip-file.ts'

async function codeOf(file: Buffer, name = 'a.xlsx'): Promise<string> {
  try {
    await openFile(file, name)
    return 'read'
  } catch (error) {
    if (error instanceof FileRefused) return error.refusal.code
    throw error
  }
}

const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])
/** Styles of which the second has this number format. */
const stylesOf = (code: string) => ({
  name: 'xl/styles.xml',
  content: Buffer.from(
    `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  ),
})
const ledger = (name: string): Buffer => readFileSync(`${projectRoot}/fixtures/ledgers/${name}`)

describe('files that are refused', () => {
  const good = ledger('signing-list.xlsx')
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7'), 'a.xlsx', 'FILE_NOT_SPREADSHEET'],
    ['text under a workbook’s name', Buffer.from('项目名称,总投资'), 'a.xlsx', 'FILE_NOT_SPREADSHEET'],
    [
      'bytes under a text’s name',
      Buffer.from(Array.from({ length: 256 }, (_, at) => at)),
      'a.csv',
      'FILE_NOT_SPREADSHEET',
    ],
    ['nothing', Buffer.alloc(0), 'a.xlsx', 'FILE_NOT_SPREADSHEET'],
    ['a web page', Buffer.from('<html><table></table></html>'), 'a.xls', 'FILE_NOT_SPREADSHEET'],
    [
      'a workbook whose texts got lost',
      zipFile(workbookParts('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>')),
      'a.xlsx',
      'FILE_DAMAGED',
    ],
    [
      'something at the far end of a sheet',
      zipFile(workbookParts('<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')),
      'a.xlsx',
      'FILE_TOO_LARGE',
    ],
    ['a cell whose quotation mark stays open', Buffer.from('甲,乙\n1,"2\n3,4\n'), 'a.csv', 'FILE_DAMAGED'],
    ['a quotation mark closed within another line', Buffer.from('甲,乙\n1,"2\n3,"4"\n'), 'a.csv', 'FILE_DAMAGED'],
    [
      'a Word document',
      zipFile([
        { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
        { name: 'word/document.xml', content: Buffer.from('<w/>') },
      ]),
      'a.docx',
      'FILE_NOT_SPREADSHEET',
    ],
    ['an old workbook', compound('Workbook'), 'a.xls', 'FILE_OLD_EXCEL'],
    ['a protected workbook', compound('EncryptedPackage'), 'a.xlsx', 'FILE_PROTECTED'],
    [
      'a zip with a password',
      zipFile(workbookParts(oneRow).map((part) => ({ ...part, flags: 1 }))),
      'a.xlsx',
      'FILE_PROTECTED',
    ],
    ['half a workbook', good.subarray(0, good.length >> 1), 'a.xlsx', 'FILE_DAMAGED'],
    ['a workbook without sheets', zipFile(workbookParts(oneRow).slice(0, 4)), 'a.xlsx', 'FILE_DAMAGED'],
    [
      'an external entity',
      zipFile(
        workbookParts('').map((part) =>
          part.name.includes('sheet1')
            ? { ...part, content: Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet/>') }
            : part,
        ),
      ),
      'a.xlsx',
      'FILE_ENTITIES',
    ],
    [
      'an entity after a long comment',
      zipFile(workbookParts(`${'<!-- x -->'.repeat(2000)}<!ENTITY b "c">`)),
      'a.xlsx',
      'FILE_ENTITIES',
    ],
  ])('%s', async (_, file, name, code) => expect(await codeOf(file, name)).toBe(code))

  test.each([
    ['behind a mark', '\ufeff<html><table></table></html>'],
    ['behind an XML head', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"></html>'],
    ['behind a comment', '<!-- saved --><table></table>'],
    ['of several parts', 'MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html></html>'],
  ])('a web page %s is called one', async (_, text) => {
    await expect(openFile(Buffer.from(text), 'a.xls')).rejects.toMatchObject({
      refusal: { message: { zh: expect.stringContaining('网页') } },
    })
  })

  test('an open quotation mark is named by its line', async () => {
    await expect(openFile(Buffer.from('甲,乙\n"1,\n2",3\n4,"5\n6,7\n'), 'a.csv')).rejects.toMatchObject({
      refusal: { message: { zh: expect.stringContaining('第 4 行') } },
    })
  })

  test.each([1, 2, 3, 7])('a file of %i bytes', async (bytes) => {
    expect(await codeOf(Buffer.alloc(bytes, 'x'))).toBe('FILE_NOT_SPREADSHEET')
  })

  test('a file over the limit', async () => {
    expect(await codeOf(Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(fileLimits.fileBytes)]))).toBe(
      'FILE_TOO_LARGE',
    )
  })

  test('a bomb, whether its directory tells the truth or lies', async () => {
    const blank = { name: 'xl/media/blank.bin', content: Buffer.alloc(160 * 1024 * 1024) }
    expect(await codeOf(zipFile([...workbookParts(oneRow), blank]))).toBe('FILE_BOMB')
    expect(await codeOf(zipFile([...workbookParts(oneRow), { ...blank, declaredBytes: 100 }]))).toBe('FILE_BOMB')
    expect(await codeOf(zipFile([...workbookParts(oneRow), { ...blank, declaredBytes: 0xfffffffe }]))).toBe('FILE_BOMB')
  })

  test('more parts than any workbook has', async () => {
    const many = Array.from({ length: fileLimits.entries + 1 }, (_, at) => ({
      name: `x${at}`,
      content: Buffer.alloc(0),
    }))
    expect(await codeOf(zipFile([...workbookParts(oneRow), ...many]))).toBe('FILE_BOMB')
  })

  test('every way of cutting a workbook off is a refusal, never a fault', async () => {
    for (let share = 1; share < 20; share++) {
      const code = await codeOf(good.subarray(0, Math.floor((good.length * share) / 20)))
      expect(['FILE_DAMAGED', 'FILE_NOT_SPREADSHEET']).toContain(code)
    }
  })
})

describe('workbooks', () => {
  test('cells, merges, formulas and dates are as the spreadsheet shows them', async () => {
    const [grid] = await openFile(ledger('major-projects-monthly.xlsx'), 'a.xlsx')
    expect(grid!.sheet).toBe('重点项目月报')
    expect(grid!.merges).toContainEqual({ startRow: 2, startColumn: 5, endRow: 2, endColumn: 7 })
    expect(grid!.rows[8]![8]).toEqual({ kind: 'date', date: '2020-09-01', precision: 'day' })
    expect(grid!.rows[13]![4]).toMatchObject({ kind: 'formula', value: 310000 })
    expect(cellText(grid!.rows[21]![4])).toBe('227133.67')
  })

  test('a number is what was typed, not what is stored', async () => {
    const [grid] = await openFile(zipFile(workbookParts(oneRow)), 'a.xlsx')
    expect(grid!.rows[0]!.map(cellText)).toEqual(['项目名称', '227133.67'])
  })

  test('a date shown without its day is no day', async () => {
    const formats = ['yyyy-mm-dd', 'yyyy"年"m"月"', 'yyyy/m', 'yyyy"年"', 'yyyy"年"m"月"d"日"', 'm/d/yy h:mm']
    const cells = formats.map((format) => ({ date: '2024-03-01', format }))
    const file = await layoutWorkbook({ sheet: '日期', merges: [], hiddenRows: [], rows: [['甲', ...cells]] })
    const [grid] = await openFile(file, 'a.xlsx')
    expect(grid!.rows[0]!.slice(1).map((cell) => (cell as { precision: string }).precision)).toEqual([
      'day',
      'month',
      'month',
      'year',
      'day',
      'day',
    ])
  })

  test('a format that shows the year of an era is a date as well', async () => {
    const styles = stylesOf('e&quot;年&quot;m&quot;月&quot;')
    const cells = '<sheetData><row r="1"><c r="A1" s="1"><v>46082</v></c></row></sheetData>'
    const [grid] = await openFile(zipFile([...workbookParts(cells), styles]), 'a.xlsx')
    expect(grid!.rows[0]![0]).toEqual({ kind: 'date', date: '2026-03-01', precision: 'month' })
  })

  test.each([
    ['0.00&quot;亿元&quot;', '5', '5亿元'],
    ['0%', '0.6', '60%'],
    ['0!.0,&quot;万元&quot;', '12345678', '1234.5678万元'],
    ['&quot;$&quot;0.00', '1.5', '$1.5'],
    ['#,##0.00', '1234.5', '1234.5'],
    ['General', '7', '7'],
    ['0.00E+00', '7', '7'],
  ])('a figure under %s carries what its format shows', async (code, figure, shown) => {
    const cells = `<sheetData><row r="1"><c r="A1" s="1"><v>${figure}</v></c></row></sheetData>`
    const [grid] = await openFile(zipFile([...workbookParts(cells), stylesOf(code)]), 'a.xlsx')
    expect(cellText(grid!.rows[0]![0])).toBe(shown)
  })

  test('what is struck through and the marks of footnotes are left out, and said', async () => {
    const run = (text: string, font = ''): string => `<r><rPr>${font}</rPr><t>${text}</t></r>`
    const raised = '<vertAlign val="superscript"/>'
    const texts = [
      run('5000') + run('1', raised),
      run('3000', '<strike/>') + run('5000'),
      run('20m') + run('2', raised),
      run('5×10') + run('4', raised),
      run('旧项目', '<strike/>'),
    ]
    const cells = texts.map((runs, at) => `<c r="${'ABCDE'[at]}1" t="inlineStr"><is>${runs}</is></c>`)
    const [grid] = await openFile(
      zipFile(workbookParts(`<sheetData><row r="1">${cells.join('')}</row></sheetData>`)),
      'a.xlsx',
    )
    expect(grid!.rows[0]).toEqual(['5000', '5000', '20m2', '5×10^4', '旧项目'])
    expect(grid!.remarks).toMatchObject([
      { row: 0, column: 0, message: expect.stringContaining('脚注') },
      { row: 0, column: 1, message: expect.stringContaining('3000') },
    ])
  })

  test('rows far down are read, though formatting reaches the end of the sheet', async () => {
    const far =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c></row><row r="70000"><c r="B70000"><v>5</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    const [grid] = await openFile(zipFile(workbookParts(far)), 'a.xlsx')
    expect(cellText(grid!.rows[69_999]![1])).toBe('5')
  })

  test('formatting far below the table does not make it too large', async () => {
    const far =
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>项目名称</t></is></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    const [grid] = await openFile(zipFile(workbookParts(far)), 'a.xlsx')
    expect(cellText(grid!.rows[0]![0])).toBe('项目名称')
  })
})

describe('CSV', () => {
  const text = '项目名称,总投资\n"甲, 乙",007\n"丙""丁",=1+1\n'
  const cells = [
    ['项目名称', '总投资'],
    ['甲, 乙', '007'],
    ['丙"丁', '=1+1'],
  ]
  const utf16 = Buffer.from(text, 'utf16le')

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16, the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['semicolons', Buffer.from(text.replace('甲, 乙', '甲, 乙').replace(/,(?=总|0|=)/g, ';'))],
    ['tabs', Buffer.from(text.replace(/,(?=总|0|=)/g, '\t'))],
  ])('in %s', async (_, file) => {
    const [grid] = await openFile(file, '台账.csv')
    expect(grid!.rows.slice(0, 3)).toEqual(cells)
    expect(grid!.sheet).toBe('台账')
  })

  test('in GB18030', async () => {
    const [grid] = await openFile(ledger('clearance-progress.gb18030.csv'), 'a.csv')
    expect(grid!.rows[3]!.slice(0, 2)).toEqual(['绍兴上虞区百官街道', '前江区块城中村征迁改造'])
  })
})
