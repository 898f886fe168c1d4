/** Circled and parenthesised figures, superscript and subscript digits, and the signs of notes. */
const figures =
  '\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u3251-\\u325f\\u32b1-\\u32bf\\u00b2\\u00b3\\u00b9\\u2070-\\u2089'
const signs = '*＊※†‡'

/** The ² of m² is part of a unit. */
const marksWithin = new RegExp(`(?<![mM])[${figures}]+`, 'gu')
const signsAround = new RegExp(`^[${signs}]+|[${signs}]+$`, 'gu')

/**
 * Takes the marks of footnotes out of a figure's text, `5000①` and `5000*`. Compatibility forms would turn ① and ¹ into
 * digits of the figure, so this comes before them. Between two figures a mark parts them. `marks` is empty where there
 * are none, or where nothing else is in the text.
 */
export function withoutFootnoteMarks(text: string): { readonly text: string; readonly marks: string } {
  const marks: string[] = []
  const take = (mark: string): string => {
    marks.push(mark)
    return ''
  }
  const trimmed = text.trim()
  const bare = trimmed
    .replace(marksWithin, (mark, at: number) => {
      take(mark)
      const [before = '', after = ''] = [trimmed[at - 1], trimmed[at + mark.length]]
      return before && /[\d.一二三四五六七八九十百千万亿两]/.test(after) ? ';' : ''
    })
    .trim()
    .replace(signsAround, take)
  return marks.length === 0 || bare.trim() === '' ? { text, marks: '' } : { text: bare.trim(), marks: marks.join('') }
}
