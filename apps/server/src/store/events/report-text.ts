import type { Language } from '@guatu/kernel'

type Data = Readonly<Record<string, unknown>>
type Words = (data: Data, context: unknown, language: Language) => string

/** `2026-11 主体结构 60%`: what a report is of, and how far it says that is. */
function subject({ month, title, percent, done }: Data, language: Language): string {
  const progress = typeof percent === 'number' ? `${percent}%` : ''
  const state = done ? { zh: '完成', en: 'done' }[language] : progress
  return [month, title, state].filter((part) => typeof part === 'string' && part !== '').join(' ')
}

const sent: Words = (data, _context, language) => {
  const text = subject(data, language)
  const zh = `报送进展：${text}${data.sameAsPrevious ? '（与上月相同）' : ''}`
  return { zh, en: `Report sent: ${text}${data.sameAsPrevious ? ' (same as the month before)' : ''}` }[language]
}

const decided =
  (zh: string, en: string): Words =>
  (data, _context, language) =>
    ({ zh: `${zh}${data.month} 的报送（${data.reportedBy}）`, en: `Report of ${data.month} ${en}` })[language]

/** What events of reports say to people. */
export const reportWords: Readonly<Record<string, Words>> = {
  'report.sent': sent,
  'report.received': decided('收下 ', 'received'),
  'report.returned': decided('退回 ', 'returned'),
  'report.verified': decided('核实 ', 'verified'),
}
