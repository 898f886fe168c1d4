import { pinyin } from 'pinyin-pro'

/**
 * What a search looks through: the words themselves, their full pinyin and their initials, lower case, so that 'nhxc'
 * and 'nanhu' both find 南湖新材. Polyphones are read in context by the library.
 */
export function searchText(text: string): string {
  const words = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const full = pinyin(words, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const initials = pinyin(words, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
  return `${words} ${full.join('')} ${initials.join('')}`
}
