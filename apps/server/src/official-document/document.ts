/** The faces of the standard: 小标宋 for titles, 仿宋 for text, 黑体 and 楷体 for headings, 宋体 for page numbers. */
export const faces = ['title', 'text', 'heading', 'subheading', 'number'] as const

export type Face = (typeof faces)[number]

export interface Span {
  readonly face: Face
  readonly text: string
}

/** A paragraph of the text, its first line two characters in. */
export type Paragraph = readonly Span[]

/** An official document before it is laid out: what it says, nothing of how it looks. */
export interface OfficialDocument {
  /** 发文机关标志: the issuing body's name in red. */
  readonly mark: string
  /** 发文字号, as 南督〔2026〕12号; null before it has one. */
  readonly number: string | null
  /** 紧急程度: 特急 or 加急. */
  readonly urgency: string | null
  readonly title: string
  /** 主送机关, without the colon. */
  readonly recipient: string | null
  readonly paragraphs: readonly Paragraph[]
  readonly attachments: readonly string[]
  /** 发文机关署名. */
  readonly signature: string
  /** 成文日期, an ISO day; null before it is issued. */
  readonly date: string | null
  /** 附注, without its brackets. */
  readonly note: string | null
  /** 抄送机关. */
  readonly copies: readonly string[]
  /** 印发机关 and 印发日期; null leaves the closing block out. */
  readonly printed: { readonly by: string; readonly on: string } | null
}

const controls = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu

/** Text as it may stand in a document: one line, no control or private characters, nothing that a file format reads. */
export const plainLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').replaceAll(controls, '').trim()

/** 7.3.5.4: Arabic figures, the year in full, months and days without a leading zero. */
export function dateText(isoDay: string): string {
  const [year, month, day] = isoDay.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 7.3.3: 一、 is set in 黑体, （一） in 楷体 up to its full stop, what follows and further levels in 仿宋. */
function spansOf(line: string): Paragraph {
  if (/^[一二三四五六七八九十百]+、/u.test(line)) return [{ face: 'heading', text: line }]
  if (!/^（[一二三四五六七八九十百]+）/u.test(line)) return [{ face: 'text', text: line }]
  const end = line.indexOf('。') + 1 || line.length
  const rest = line.slice(end)
  const heading: Span = { face: 'subheading', text: line.slice(0, end) }
  return rest === '' ? [heading] : [heading, { face: 'text', text: rest }]
}

/** What somebody typed, a paragraph to each line. */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).map(plainLine)
  return lines.filter((line) => line !== '').map(spansOf)
}

/** 附件说明: each name behind its figure where there are several; the mark that it hangs from stands apart. */
export function attachmentLines(names: readonly string[]): { readonly mark: string; readonly name: string }[] {
  return names.map((name, index) => {
    const figure = names.length > 1 ? `${index + 1}. ` : ''
    return { mark: `${index === 0 ? '附件：' : ''}${figure}`, name }
  })
}
