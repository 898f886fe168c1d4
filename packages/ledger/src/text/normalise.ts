/** Nothing in it has another form: most cells, of which there are millions. */
const plainText = /^[\n\x20-\x7e\u4e00-\u9fff]*$/

/** Half-width forms, `-` for every dash, no zero-width characters: full-width and half-width writing read alike. */
export function halfWidth(text: string): string {
  if (plainText.test(text)) return text
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFKC')
    .replace(/[‐-―−﹘﹣]/g, '-')
    .replace(/[~∼〜]/g, '~')
}

/**
 * A figure's text: half-width, lower case, no white space. 1 234 is one number; other figures that a space or a line
 * break parts are several, and `;` stands between them.
 */
export const figureText = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    // An apostrophe marks a figure as text in a spreadsheet.
    .replace(/^'(?=\d)/, '')
    .replace(/([\d元万亿亩])\s*[\r\n]+\s*(?=\d)/g, '$1;')
    .replace(/(\d) +(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s+(?=\d)/g, '$1;')
    .replace(/\s+/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\.(?![\d一二三四五六七八九])/g, '$1')

/** Text for comparison: half-width, lower case, no white space. */
export const compact = (text: string): string => halfWidth(text).toLowerCase().replace(/\s+/g, '')

/** Only what carries meaning in a label: letters, digits, Chinese characters. */
export const bareLabel = (text: string): string => compact(text).replace(/[^\p{L}\p{N}%#]/gu, '')

/**
 * What makes two titles one project: spaces, brackets, punctuation, full-width forms and the word 项目 are writing
 * habits; everything else, such as 一期 and 二期, tells projects apart.
 */
export function titleKey(title: string): string {
  const bare = compact(title).replace(/[^\p{L}\p{N}]/gu, '')
  return bare.replace(/(建设)?项目/g, '') || bare
}

const placeholders = new Set([
  '/',
  '\\',
  '-',
  '--',
  '---',
  '----',
  '—',
  '无',
  '暂无',
  'n/a',
  'na',
  'none',
  'null',
  '.',
  '\\\\',
  '//',
  '空',
  '*',
])

/** Signs that people put into a cell so as not to leave it empty. */
export const isPlaceholder = (text: string): boolean => placeholders.has(compact(text))
