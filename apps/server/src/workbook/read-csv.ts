import type { Grid } from '@guatu/ledger'
import { parseCsv } from 'hucre/csv'
import { FileRefused, fileRefusals } from './file-refusal.ts'

/** Text of a CSV file in UTF-8, UTF-16 or GB18030 (which holds GBK and GB2312); null when the bytes are no text. */
function decodeText(file: Buffer): string | null {
  const mark = file.subarray(0, 3)
  if (mark[0] === 0xff && mark[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (mark[0] === 0xfe && mark[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  const zeros = zeroPlaces(file)
  if (zeros.odd > zeros.looked * 0.2 && zeros.even === 0) return new TextDecoder('utf-16le').decode(file)
  if (zeros.even + zeros.odd > 0) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file)
  } catch {
    const text = new TextDecoder('gb18030').decode(file)
    return text.includes('\ufffd') ? null : text
  }
}

function zeroPlaces(file: Buffer): { readonly even: number; readonly odd: number; readonly looked: number } {
  const looked = Math.min(file.length, 4096)
  let even = 0
  let odd = 0
  for (let at = 0; at < looked; at++) {
    if (file[at] !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  return { even, odd, looked }
}

/** Reads a CSV into one grid of texts. Nothing is guessed about types here: 007 stays 007. */
export function readCsv(file: Buffer, sheet: string): Grid {
  const text = decodeText(file)
  if (text === null) throw new FileRefused(fileRefusals.notSpreadsheet())
  const delimiter = delimiterOf(text)
  const open = openQuoteLine(text, delimiter)
  if (open !== null) throw new FileRefused(fileRefusals.openQuote(open))
  const rows = parseCsv(text, { typeInference: false, delimiter })
  const cells = rows.map((row) => row.map((value) => (value === null || value === '' ? null : String(value))))
  return { sheet, rows: cells, merges: [] }
}

/**
 * The line, from 1, of a quotation mark that opens a cell and is not closed, or is closed within a word some lines on
 * (RFC 4180, 2.5-2.7): it would swallow the rows in between. Null where all are in pairs.
 */
function openQuoteLine(text: string, delimiter: string): number | null {
  let line = 1
  let openedAt = 0
  let state: 'start' | 'plain' | 'quoted' | 'closed' = 'start'
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    const lineEnd = sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')
    if (lineEnd) line++
    if (state === 'quoted') {
      if (sign !== '"') continue
      if (text[at + 1] === '"') at++
      else state = 'closed'
    } else if (sign === delimiter || lineEnd) state = 'start'
    else if (state === 'closed' && line > openedAt && !/\s/.test(sign)) return openedAt
    else if (state === 'start' && sign === '"') [state, openedAt] = ['quoted', line]
    else if (state === 'start' && !/[ \ufeff]/.test(sign)) state = 'plain'
  }
  return state === 'quoted' ? openedAt : null
}

/** The sign that stands most evenly outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .slice(0, 20)
    .filter((line) => line !== '')
  const counts = [',', '\t', ';', '|', '，'].map((sign) => ({
    sign,
    count: lines.filter((line) => line.includes(sign)).length,
    total: lines.join('').split(sign).length,
  }))
  counts.sort((a, b) => b.count - a.count || b.total - a.total)
  return counts[0]!.count > 0 ? counts[0]!.sign : ','
}
