import type { ComparisonSide } from '@guatu/contract'
import type { Language } from '@guatu/kernel'
import type { Translate } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { comparisonTexts as texts } from './texts.ts'

/** What people call a side: its day, its baseline, or now. */
export function sideWords(
  { spec, day, name }: Pick<ComparisonSide, 'spec' | 'day' | 'name'>,
  t: Translate,
  format: { readonly language: Language; readonly today: string },
): string {
  if (spec === 'now' || spec === 'first' || spec === 'latest') return t(texts[spec])
  if (name !== null) return name
  return day === null ? spec : dayText(day, format)
}
