import type { SignBoard } from '@guatu/contract'
import { type SignKey, signKeys, signs, type Title } from '@guatu/kernel'
import type { ViewState } from '../../app/search.ts'

export interface SignView {
  readonly sign: SignKey | undefined
  /** A unit's id, or `none`. */
  readonly unit: string | undefined
  readonly item: string | undefined
}

const idPattern = /^[0-9a-f-]{36}$/

/** What the address narrows the board to; what it does not know is left out. */
export function signView({ sign, unit, item }: ViewState): SignView {
  const isUnit = unit !== undefined && (unit === 'none' || idPattern.test(unit))
  return {
    sign: signKeys.find((key) => key === sign),
    unit: isUnit ? unit : undefined,
    item: item !== undefined && idPattern.test(item) ? item : undefined,
  }
}

export const isNarrowed = ({ sign, unit, item }: SignView): boolean =>
  sign !== undefined || unit !== undefined || item !== undefined

/** A cell once more widens the board again. */
export const toggled = (view: SignView, cell: { readonly sign?: SignKey; readonly unit?: string }): ViewState =>
  view.sign === cell.sign && view.unit === cell.unit
    ? { sign: undefined, unit: undefined }
    : { sign: cell.sign, unit: cell.unit }

/** What counts under a sign, with the threshold in its place. */
export const countedWords = (sign: SignKey, thresholds: SignBoard['thresholds']): readonly Title[] =>
  Object.entries(signs[sign].kinds).map(([kind, { counts }]) => {
    const fill = (text: string) => text.replace('{n}', String(thresholds[kind] ?? ''))
    return { zh: fill(counts.zh), en: fill(counts.en) }
  })
