/** Control characters that no text holds, the tabulator, line breaks and the form feed apart. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/
/** What a browser would take for a page if somebody served it as one. */
const markup = /^\s*<(?:!doctype|\?xml|html|svg|script|head|body|iframe)/i

function decoded(file: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file)
  } catch {
    return undefined
  }
}

/** Text in UTF-8 or the Chinese GB 18030, and no markup. */
export function isPlainText(file: Buffer): boolean {
  const text = decoded(file, 'utf-8') ?? decoded(file, 'gb18030')
  return text !== undefined && !control.test(text) && !markup.test(text)
}
