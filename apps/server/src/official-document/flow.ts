import { attachmentLines, type OfficialDocument } from './document.ts'
import { characterPitch, sizes, typeArea } from './format.ts'
import { longestTitleLine, setLine, signatureIndents, widthIn } from './grid.ts'
import { breakLines, breakTitle, glyphsOf, type Line, type Measure } from './lines.ts'

/** Lines that stay on one page; null is an empty line. */
export interface Block {
  readonly size: number
  readonly rows: readonly (Line | null)[]
}

const two = 2 * characterPitch

const single = (line: Line): Block => ({ size: sizes.body, rows: [line] })

function titleBlock(document: OfficialDocument, measure: Measure): Block {
  // The body's measure without the grid's pitch gives ems.
  const own: Measure = (glyph) => ((measure(glyph) - characterPitch + sizes.body) / sizes.body) * sizes.title
  const rows = breakTitle(document.title, longestTitleLine).map((text) =>
    setLine('title', text, (typeArea.width - widthIn('title', text, own)) / 2),
  )
  return { size: sizes.title, rows: [...rows, null] }
}

/** 7.3.4: an empty line, two characters in; a name that goes on begins under its own first character. */
function attachmentBlocks(document: OfficialDocument, measure: Measure): Block[] {
  const blocks = attachmentLines(document.attachments).map(({ mark, name }, index) => {
    const first = index === 0 ? two : two + widthIn('text', '附件：', measure)
    const lines = breakLines(glyphsOf([{ face: 'text', text: mark + name }]), measure, {
      width: typeArea.width,
      first,
      rest: first + widthIn('text', mark, measure),
    })
    return lines.map(single)
  })
  return blocks.length > 0 ? [{ size: sizes.body, rows: [null] }, ...blocks.flat()] : []
}

/** Room for the seal above, 署名, 成文日期, 附注. */
function signatureRows(document: OfficialDocument, measure: Measure): (Line | null)[] {
  const { date, dateIndent, nameIndent } = signatureIndents(document, measure)
  const note = document.note
    ? breakLines(glyphsOf([{ face: 'text', text: `（${document.note}）` }]), measure, {
        width: typeArea.width,
        first: two,
        rest: two,
      })
    : []
  return [
    null,
    null,
    setLine('text', document.signature, nameIndent),
    ...(date ? [setLine('text', date, dateIndent)] : []),
    ...note,
  ]
}

/** Everything from the title to the signature, in order. The signature takes the last two lines of the text along. */
export function flowOf(document: OfficialDocument, measure: Measure): Block[] {
  const whole = { width: typeArea.width, first: 0, rest: 0 }
  const recipient = document.recipient
    ? breakLines(glyphsOf([{ face: 'text', text: `${document.recipient}：` }]), measure, whole)
    : []
  const text = document.paragraphs.flatMap((paragraph) =>
    breakLines(glyphsOf(paragraph), measure, { width: typeArea.width, first: two, rest: 0 }),
  )
  const lines = [...text.map(single), ...attachmentBlocks(document, measure)]
  const last = lines.splice(-2).flatMap((block) => block.rows)
  const signature: Block = { size: sizes.body, rows: [...last, ...signatureRows(document, measure)] }
  return [titleBlock(document, measure), ...recipient.map(single), ...lines, signature]
}
