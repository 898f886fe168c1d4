import type { Language } from '@guatu/kernel'

type Data = Readonly<Record<string, unknown>>

/** A baseline of an item, in words. */
export function baselineFrozen(data: Data, _context: unknown, language: Language): string {
  const { name, number, finish } = data
  const zh = finish ? `，竣工时限 ${finish}` : ''
  const en = finish ? `, deadline ${finish}` : ''
  return { zh: `冻结第 ${number} 版基线“${name}”${zh}`, en: `Baseline ${number}, ${name}, frozen${en}` }[language]
}

/** Shift of a finish in words; nothing for none. */
function shiftText(workdays: number, language: Language): string {
  const days = Math.abs(workdays)
  if (days === 0) return ''
  const [zh, en] = workdays > 0 ? ['推迟', 'later'] : ['提前', 'earlier']
  return { zh: `，竣工${zh} ${days} 个工作日`, en: `, finish ${days} workdays ${en}` }[language]
}

/** What an application does to the plan of now was looked at, in words. */
export function changeSeen({ target, workdays }: Data, _context: unknown, language: Language): string {
  const shift = shiftText(Number(workdays), language)
  return { zh: `查看了对“${target}”现行计划的影响${shift}`, en: `Looked at what it does to ${target} now${shift}` }[
    language
  ]
}

/** What an application asks of a plan, in words. */
export function changeAsked(data: Data, _context: unknown, language: Language): string {
  const { target, nodes, finish, workdays } = data
  const shift = shiftText(Number(workdays), language)
  const to = finish ? { zh: `，竣工时限改为 ${finish}`, en: `, deadline ${finish}` } : { zh: '', en: '' }
  return {
    zh: `申请变更“${target}”的计划：改动 ${nodes} 个节点${to.zh}${shift}`,
    en: `Asked to change the plan of ${target}: ${nodes} nodes${to.en}${shift}`,
  }[language]
}
