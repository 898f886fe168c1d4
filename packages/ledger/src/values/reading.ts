import { withoutFootnoteMarks } from '../text/footnote-marks.ts'

/** What a cell turned out to hold. `notes` are warnings; `rest` is text that the value does not carry and that is kept. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T; readonly notes: readonly string[]; readonly rest?: string }
  | { readonly kind: 'empty' }
  /** No value of this kind, but words that tell something: kept as text, pointed out. */
  | { readonly kind: 'words'; readonly message: string }
  | { readonly kind: 'error'; readonly message: string; readonly accepted?: readonly string[] }

export const value = <T>(read: T, notes: readonly string[] = [], rest?: string): Reading<T> =>
  rest ? { kind: 'value', value: read, notes, rest } : { kind: 'value', value: read, notes }

export const empty: Reading<never> = { kind: 'empty' }

export const words = (message: string): Reading<never> => ({ kind: 'words', message })

export const faulty = (message: string, accepted?: readonly string[]): Reading<never> =>
  accepted ? { kind: 'error', message, accepted } : { kind: 'error', message }

/** Words that say that there is no figure or date yet. */
export const undecided =
  /^(待定|未定|待确定|待明确|暂未确定|未确定|不详|未知|待落实|待核定|待核实|待测算|待补充|待核|待批|待批复|待审批|待评审|待估算|面议|tbd|tbc|未明确|暂缓|见备注|详见备注|-?待-?)$/

/** Reads a figure without the marks of footnotes in it, and says that there were some. */
export function unmarked<T>(raw: string, read: (text: string) => Reading<T>): Reading<T> {
  const { text, marks } = withoutFootnoteMarks(raw)
  const reading = read(text)
  if (marks === '' || reading.kind !== 'value') return reading
  return { ...reading, notes: [...reading.notes, `“${marks}”是脚注标记，没有读作数字：${raw}`] }
}
