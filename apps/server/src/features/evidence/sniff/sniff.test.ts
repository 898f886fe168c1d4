import { evidenceKinds } from '@guatu/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as files from '../testing/files.ts'
import { imageSize } from './image-size.ts'
import { sniffEvidence } from './sniff.ts'

type ImageKind = 'png' | 'jpeg' | 'webp' | 'heic'

const sniff = async (content: Buffer, fileName: string, mediaType = '') => {
  const outcome = await sniffEvidence(content, { fileName, mediaType })
  return outcome.kind === 'done' ? outcome.value : outcome.refusals.map(({ code }) => code).join()
}
const text = (words: string) => Buffer.from(words)

/** GB 18030 for "项目" (GB 18030-2022, annex). */
const inGb18030 = Buffer.from('cfeec4bf', 'hex')

const good: readonly (readonly [kind: string, fileName: string, content: Buffer])[] = [
  ['pdf', '批复.pdf', files.pdf()],
  ['jpeg', '现场.jpg', files.jpeg()],
  ['jpeg', '现场.JPEG', files.jpeg()],
  ['png', '截图.png', files.png()],
  ['webp', 'a.webp', files.webp()],
  ['heic', 'IMG_1.HEIC', files.heic()],
  ['docx', '请示.docx', files.docx()],
  ['xlsx', '表.xlsx', files.xlsx()],
  ['pptx', '汇报.pptx', files.pptx()],
  ['doc', '老.doc', files.compound('WordDocument')],
  ['xls', '老.xls', files.compound('Workbook')],
  ['xls', '更老.xls', files.compound('Book')],
  ['txt', '说明.txt', text('第一行\r\n第二行\t完')],
  ['txt', '说明.txt', inGb18030],
  ['csv', '表.csv', text('序号,项目\n1,甲\n')],
  ['mp4', '现场.mp4', files.mp4()],
]

test.each(good)('%s is known by its bytes: %s', async (kind, fileName, content) => {
  expect(await sniff(content, fileName)).toBe(kind)
})

test('every kind that is kept has a sample here', () => {
  expect([...new Set(good.map(([kind]) => kind))].sort()).toEqual(Object.keys(evidenceKinds).sort())
})

test.each([
  ['nothing', '空.pdf', Buffer.alloc(0), 'FILE_UNREADABLE'],
  ['a program', '图.png', Buffer.concat([text('MZ'), Buffer.alloc(200)]), 'FILE_KIND_REFUSED'],
  ['a page as text', '页.txt', text('<!DOCTYPE html><script>alert(1)</script>'), 'FILE_KIND_REFUSED'],
  ['a drawing as text', '图.txt', text(' <svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'FILE_KIND_REFUSED'],
  ['a drawing', '图.svg', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'FILE_KIND_REFUSED'],
  ['bytes as text', '文.txt', Buffer.from([1, 2, 3, 0xff]), 'FILE_KIND_REFUSED'],
  ['text that no ending names', '说明', text('文字'), 'FILE_KIND_REFUSED'],
  ['an archive', '包.zip', files.archive(), 'FILE_KIND_REFUSED'],
  ['an archive under an office name', '包.docx', files.archive(), 'FILE_KIND_REFUSED'],
  ['a GIF', '动.gif', text('GIF89a\x01\0\x01\0'), 'FILE_KIND_REFUSED'],
  ['a compound file of something else', '装.doc', files.compound('Property'), 'FILE_KIND_REFUSED'],
  ['macros in a new office file', '宏.docx', files.docx({ 'word/vbaProject.bin': 'x' }), 'FILE_MACROS'],
  [
    'macros under a plain name',
    '宏.docx',
    files.docx({}, 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    'FILE_MACROS',
  ],
  ['an ActiveX control', '控.docx', files.docx({ 'word/activeX/activeX1.bin': 'x' }), 'FILE_MACROS'],
  ['macros in an old Word file', '宏.doc', files.compound('WordDocument', 'Macros', 'VBA'), 'FILE_MACROS'],
  ['macros in an old workbook', '宏.xls', files.compound('Workbook', '_VBA_PROJECT_CUR'), 'FILE_MACROS'],
  ['an encrypted zip', '密.docx', files.docx({}, '', 1), 'FILE_PROTECTED'],
  ['an encrypted package', '密.docx', files.compound('EncryptedPackage'), 'FILE_PROTECTED'],
  ['a cut office file', '断.docx', files.docx().subarray(0, 60), 'FILE_DAMAGED'],
  ['an image without a size', '断.jpg', files.jpeg().subarray(0, 40), 'FILE_DAMAGED'],
  ['an image of no size', '零.png', files.png(0, 5), 'FILE_DAMAGED'],
  ['an image that would fill the memory', '弹.png', files.png(32_000, 32_000), 'FILE_BOMB'],
  ['an image longer than any', '长.png', files.png(100_000, 1), 'FILE_BOMB'],
  ['a photo of too many pixels', '弹.heic', files.heic(30_000, 30_000), 'FILE_BOMB'],
])('%s is refused', async (_name, fileName, content, code) => {
  expect(await sniff(content, fileName)).toBe(code)
})

describe('what is declared', () => {
  test.each([
    ['a PDF under an image’s name', files.pdf(), '图.png', ''],
    ['an image under a document’s name', files.png(), '文.pdf', ''],
    ['a workbook under a Word name', files.xlsx(), '文.docx', ''],
    ['a PDF that the sender calls an image', files.pdf(), '文.pdf', 'image/png'],
    ['a known file without an ending', files.png(), '图', ''],
  ])('%s is refused', async (_name, content, fileName, mediaType) => {
    expect(await sniff(content, fileName, mediaType)).toBe('FILE_MISMATCHED')
  })

  test.each([
    ['nothing', ''],
    ['bytes', 'application/octet-stream'],
    ['what Excel has registered', 'application/vnd.ms-excel'],
  ])('a CSV file may be called %s', async (_name, mediaType) => {
    expect(await sniff(text('a,b'), '表.csv', mediaType)).toBe('csv')
  })
})

test('bytes of any kind under any name give a kind or a refusal, never a fault', async () => {
  const starts = [...good.map(([, , content]) => content.subarray(0, 24)), Buffer.alloc(0)]
  const fileName = fc.constantFrom(...Object.values(evidenceKinds).map(({ endings }) => `a.${endings[0]}`))
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.uint8Array({ maxLength: 400 }),
      fileName,
      async (start, rest, name) => {
        const found = await sniff(Buffer.concat([start, rest]), name)
        expect(found in evidenceKinds || found.startsWith('FILE_')).toBe(true)
      },
    ),
    { numRuns: 600 },
  )
})

test('a file cut or altered anywhere gives a kind or a refusal, never a fault', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...good),
      fc.nat(),
      fc.nat(255),
      fc.nat(),
      async ([, name, content], at, byte, cut) => {
        const altered = Buffer.from(content)
        altered[at % altered.length] = byte
        const found = await sniff(altered.subarray(0, cut % 2 ? undefined : cut % (altered.length + 1)), name)
        expect(found in evidenceKinds || found.startsWith('FILE_')).toBe(true)
      },
    ),
    { numRuns: 600 },
  )
})

test('sizes are read from headers of every image format', () => {
  const size = fc.integer({ min: 1, max: 16_000 })
  fc.assert(
    fc.property(size, size, (width, height) => {
      const { png, jpeg, webp, heic } = files
      for (const [kind, make] of Object.entries({ png, jpeg, webp, heic }) as [ImageKind, typeof png][])
        expect(imageSize(kind, make(width, height)), kind).toEqual({ width, height })
    }),
    { numRuns: 50 },
  )
})
