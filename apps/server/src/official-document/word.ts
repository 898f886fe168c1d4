import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import { attachmentLines, type Face, type OfficialDocument, type Span } from './document.ts'
import {
  charactersPerLine,
  linesPerPage,
  markDrop,
  markSize,
  page,
  pageNumberDrop,
  red,
  redLineDrop,
  sizes,
  typeArea,
} from './format.ts'
import { type Advance, longestTitleLine, measureOf, signatureIndents } from './grid.ts'
import { breakTitle, lengthInCharacters } from './lines.ts'
import { closingTable } from './word-closing.ts'

/** Word measures in twentieths of a point. */
const twips = (points: number): number => Math.round(points * 20)

/** 22 lines must fit: the pitch is rounded down to a whole twip. */
const pitch = Math.floor((typeArea.height * 20) / linesPerPage)
const character = (typeArea.width * 20) / charactersPerLine

/** The faces by the names under which offices have them; Word puts its own in the place of a missing one. */
const fontNames: Readonly<Record<Face, string>> = {
  title: '方正小标宋简体',
  text: '仿宋',
  heading: '黑体',
  subheading: '楷体',
  number: '宋体',
}

/** Latin letters and figures take the same face, so that no second one comes in. */
const fontOf = (face: Face) => {
  const name = fontNames[face]
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' }
}

const runOf = (face: Face, text: string, size: number, color?: string): TextRun =>
  new TextRun({ text, font: fontOf(face), size: size * 2, ...(color ? { color: color.slice(1) } : {}) })

const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT, before: 0, after: 0 })

const row = (spans: readonly Span[], more: ConstructorParameters<typeof Paragraph>[0] & object = {}): Paragraph =>
  new Paragraph({
    spacing: exact(pitch),
    alignment: AlignmentType.BOTH,
    ...more,
    children: spans.map(({ face, text }) => runOf(face, text, sizes.body)),
  })

const empty = (): Paragraph => row([])

const centred = { alignment: AlignmentType.CENTER }

/** Widths as Word's grid makes them: half an em for Latin, whole ones for the rest. */
const gridAdvance: Advance = (_face, char) => lengthInCharacters(char)

function headRows(document: OfficialDocument): Paragraph[] {
  const size = markSize(document.mark)
  const urgency = document.urgency ? [row([{ face: 'heading', text: document.urgency }])] : []
  const before = twips(markDrop) - urgency.length * pitch
  const mark = new Paragraph({
    ...centred,
    spacing: { ...exact(twips(size)), before },
    children: [runOf('title', document.mark, size, red)],
  })
  // 7.2.7: the line stands 4 mm below the number, across the type area.
  const border = { style: BorderStyle.SINGLE, color: red.slice(1), size: 12, space: Math.round(redLineDrop) }
  const number = row([{ face: 'text', text: document.number ?? '' }], { ...centred, border: { bottom: border } })
  return [...urgency, mark, empty(), empty(), number, empty(), empty()]
}

const titleRows = (document: OfficialDocument): Paragraph[] =>
  breakTitle(document.title, longestTitleLine).map(
    (text) =>
      new Paragraph({
        ...centred,
        spacing: exact(pitch),
        keepNext: true,
        children: [runOf('title', text, sizes.title)],
      }),
  )

function attachmentRows(document: OfficialDocument): Paragraph[] {
  if (document.attachments.length === 0) return []
  const rows = attachmentLines(document.attachments).map(({ mark, name }, index) => {
    const first = index === 0 ? 2 : 5
    const hanging = lengthInCharacters(mark)
    const indent = { left: Math.round((first + hanging) * character), hanging: Math.round(hanging * character) }
    return row([{ face: 'text', text: mark + name }], { indent })
  })
  return [empty(), ...rows]
}

/** The room for the seal and the lines below stay on one page with the last paragraph, which is kept with them. */
function signatureRows(document: OfficialDocument): Paragraph[] {
  const indents = signatureIndents(document, measureOf(gridAdvance, sizes.body))
  const at = (text: string, points: number, keepNext: boolean) =>
    row([{ face: 'text', text }], { alignment: AlignmentType.LEFT, keepNext, indent: { left: twips(points) } })
  const dated = indents.date !== ''
  const note = document.note ? [row([{ face: 'text', text: `（${document.note}）` }], twoIn)] : []
  return [
    row([], { keepNext: true }),
    row([], { keepNext: true }),
    at(document.signature, indents.nameIndent, dated),
    ...(dated ? [at(indents.date, indents.dateIndent, note.length > 0)] : []),
    ...note,
  ]
}

const twoIn = { indent: { firstLine: Math.round(2 * character) } }

function bodyRows(document: OfficialDocument): Paragraph[] {
  const recipient = document.recipient ? [row([{ face: 'text', text: `${document.recipient}：` }])] : []
  const last = document.attachments.length === 0 ? document.paragraphs.length - 1 : -1
  const text = document.paragraphs.map((spans, index) => row(spans, { ...twoIn, keepNext: index === last }))
  return [...recipient, ...text]
}

/** 7.5: one character in from the right on odd pages, from the left on even ones. */
function pageNumber(side: 'odd' | 'even'): Footer {
  const font = fontOf('number')
  const size = sizes.small * 2
  const inside = twips(sizes.small)
  const indent = side === 'odd' ? { right: inside } : { left: inside }
  const alignment = side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font, size })]
  return new Footer({ children: [new Paragraph({ alignment, indent, spacing: exact(twips(sizes.small)), children })] })
}

/** Lays nothing out itself: Word does, on the grid of 22 lines and 28 characters that the section asks for. */
export async function wordOf(document: OfficialDocument): Promise<Buffer> {
  const right = page.width - typeArea.left - typeArea.width
  const bottom = page.height - typeArea.top - typeArea.height
  const file = new Document({
    title: document.title,
    creator: document.signature,
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: { run: { font: fontOf('text'), size: sizes.body * 2, language: { eastAsia: 'zh-CN' } } },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(page.width), height: twips(page.height) },
            margin: {
              top: twips(typeArea.top),
              left: twips(typeArea.left),
              right: twips(right),
              bottom: twips(bottom),
              header: 0,
              // The line of the number hangs so that its dash lies 7 mm below the type area.
              footer: twips(bottom - pageNumberDrop - sizes.small / 2),
              gutter: 0,
            },
          },
          grid: {
            type: DocumentGridType.LINES_AND_CHARS,
            linePitch: pitch,
            // In 4096ths of a point, added to each character of the body's size.
            charSpace: Math.floor((character / 20 - sizes.body) * 4096),
          },
        },
        footers: { default: pageNumber('odd'), even: pageNumber('even') },
        children: [
          ...headRows(document),
          ...titleRows(document),
          empty(),
          ...bodyRows(document),
          ...attachmentRows(document),
          ...signatureRows(document),
          ...closingTable(document, (text) => runOf('text', text, sizes.small)),
        ],
      },
    ],
  })
  return await Packer.toBuffer(file)
}
