import type { EffectReply } from '@guatu/contract'
import type { Language } from '@guatu/kernel'
import type { Translate } from '../../app/language.ts'
import { dayText } from '../format.ts'
import { effectTexts as texts } from './texts.ts'

/** 推迟 12 个工作日 */
export function shiftWords(workdays: number, t: Translate): string {
  if (workdays === 0) return t(texts.same)
  return t(workdays > 0 ? texts.later : texts.earlier, { count: Math.abs(workdays) })
}

interface Format {
  readonly language: Language
  readonly today: string
}

/** What a change does, in one sentence or two. */
export function effectWords(effect: EffectReply, t: Translate, format: Format): string {
  const { nodes, finishShiftWorkdays, fromDeadline, toDeadline, feasible, shortfallWorkdays } = effect
  const asked = nodes.filter((node) => node.asked).length
  const moved = nodes.filter((node) => !node.asked && node.workdays !== 0).length
  const day = (iso: string | null) => (iso === null ? t(texts.notSet) : dayText(iso, format))
  const stop = format.language === 'zh' ? '；' : '; '
  return [
    t(texts.sentence, { asked, moved, finish: shiftWords(finishShiftWorkdays, t) }),
    ...(fromDeadline === toDeadline ? [] : [t(texts.deadline, { from: day(fromDeadline), to: day(toDeadline) })]),
    ...(feasible ? [] : [t(texts.short, { count: shortfallWorkdays })]),
  ].join(stop)
}

/** Calendar days by which a date lies behind another; 0 for none. */
export const daysBehind = (date: string | null, promised: string | null): number =>
  date === null || promised === null ? 0 : Math.max(0, (Date.parse(date) - Date.parse(promised)) / 86_400_000)
