/**
 * How alike a header's words and a known word are, 0 to 1. Chinese nouns carry their head at the end, so a header that
 * ends with the word (签约项目名称) is likelier than one that begins with it (项目名称变更).
 */
export function similarity(header: string, word: string): number {
  if (header === '' || word === '') return 0
  if (header === word) return 1
  // Words of one or two characters (项目, 地点) are parts of too many others.
  if (word.length <= 2) return 0
  const ratio = Math.min(header.length, word.length) / Math.max(header.length, word.length)
  if (header.endsWith(word)) return 0.62 + 0.36 * ratio
  if (header.startsWith(word)) return leading(header.slice(word.length), ratio)
  if (header.includes(word)) return 0.45 + 0.32 * ratio
  const alike = likeness(header, word)
  // 时间 is part of every date's name, 单位 of every unit's: so short a header tells nothing.
  if (header.length >= 3 && word.includes(header)) return Math.max(0.35 + 0.5 * ratio, alike)
  return alike
}

/** 责任单位及责任人 still is about the unit, 投资方名称 about the investor; 投资方国别 is about something else. */
function leading(tail: string, ratio: number): number {
  if (/^(名称|全称|情况|内容|信息|说明|概况|额|数|号|明细)$/.test(tail)) return 0.95
  return /^[及和与或]/.test(tail) ? 0.64 + 0.3 * ratio : 0.4 + 0.25 * ratio
}

function likeness(a: string, b: string): number {
  // Dice's coefficient cannot reach what counts as alike when one is much longer than the other.
  if (Math.min(a.length, b.length) * 2 < Math.max(a.length, b.length)) return 0
  const pairs = dice(bigrams(a), bigrams(b))
  // 项目得分 and 项目分类 share three signs of four and mean nothing alike.
  const signs = Math.min(a.length, b.length) >= 5 ? dice([...a], [...b]) : 0
  const best = Math.max(pairs, 0.92 * signs)
  return best >= 0.6 ? 0.86 * best : 0
}

const bigrams = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

/** Dice's coefficient of two multisets. */
function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const rest = [...b]
  let shared = 0
  for (const part of a) {
    const at = rest.indexOf(part)
    if (at < 0) continue
    rest.splice(at, 1)
    shared++
  }
  return (2 * shared) / (a.length + b.length)
}
