import type { GapsReply, GapUnit, listGaps, QueryOf } from '@guatu/contract'
import { type FiveFix, fiveFixes } from '@guatu/kernel'
import type { ViewState } from '../../app/search.ts'

/** What part of a list is looked at, as the address keeps it. */
export interface CheckView {
  readonly area: string | undefined
  readonly stage: string | undefined
  /** A unit's id, or `none`. */
  readonly unit: string | undefined
  readonly gap: FiveFix | undefined
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Reads the address; what nobody can mean is left out rather than refused. */
export function checkView(state: ViewState): CheckView {
  const { area, stage, unit, gap } = state
  return {
    area: area || undefined,
    stage: stage || undefined,
    unit: unit === 'none' || uuid.test(unit ?? '') ? unit : undefined,
    gap: fiveFixes.find((fix) => fix === gap),
  }
}

type Query = QueryOf<typeof listGaps>

export function queryOf(playbook: string, { area, stage, unit, gap }: CheckView): Query {
  const part = { area, stage, unit, gap }
  const said = Object.entries(part).filter(([, value]) => value !== undefined)
  return { playbook, ...Object.fromEntries(said) } as Query
}

const unitKey = ({ orgId }: GapUnit) => orgId ?? 'none'

/** Counts by kind of the chosen unit; of all of them while none is chosen. */
export function kindCounts({ gaps, units }: GapsReply, unit: string | undefined): GapsReply['gaps'] {
  if (unit === undefined) return gaps
  const none = { owner: 0, matter: 0, standard: 0, dates: 0, leadOrg: 0, leader: 0 }
  return units.find((one) => unitKey(one) === unit)?.gaps ?? none
}

interface UnitCount {
  readonly key: string
  readonly orgId: string | null
  readonly count: number
}

/** Units that lack something of the chosen kind, those with the most first; the chosen one is always among them. */
export function unitCounts({ units }: GapsReply, gap: FiveFix | undefined, chosen: string | undefined): UnitCount[] {
  return units
    .map((unit) => {
      const count = gap === undefined ? unit.incompleteNodes : unit.gaps[gap]
      return { key: unitKey(unit), orgId: unit.orgId, count }
    })
    .filter(({ key, count }) => count > 0 || key === chosen)
    .sort((a, b) => b.count - a.count)
}
