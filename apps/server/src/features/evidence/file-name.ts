/** Enough for any title, and under the 255 bytes that file systems take for a name in Chinese. */
const maxStem = 80
/** Separators of paths, characters that file systems refuse, controls, and marks that turn the reading direction. */
const unsafe = /[/\\:*?"<>|\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A file's name as words only: no path, no control or direction mark, never empty, its ending kept. */
export function wordsOfName(sent: string): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(unsafe, '').replace(/\s+/g, ' ').trim().replace(/^\.+/, '')
  const at = clean.lastIndexOf('.')
  const [stem, ending] = at < 0 ? [clean, ''] : [clean.slice(0, at), clean.slice(at + 1)]
  const short = [...stem].slice(0, maxStem).join('').trim() || 'file'
  const safeEnding = ending.replace(/[^a-z0-9]/gi, '').slice(0, 10)
  return safeEnding ? `${short}.${safeEnding}` : short
}
