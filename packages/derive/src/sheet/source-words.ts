const mark = '（原文：'
const pattern = /（原文：([\s\S]*)）$/

/** A value's words of the source stand behind it in brackets, since they cannot be computed from the value. */
export const withSource = (text: string, raw: string | undefined): string =>
  raw === undefined ? text : `${text}${mark}${raw}）`

export function splitSource(text: string): { readonly text: string; readonly raw?: string } {
  const at = text.indexOf(mark)
  const match = pattern.exec(text)
  return at < 0 || !match ? { text } : { text: text.slice(0, at), raw: match[1]! }
}
