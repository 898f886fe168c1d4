import type { ChargeList, ChargeRow } from '@guatu/contract'
import type { ViewState } from '../../app/search.ts'

export const figures = ['open', 'red', 'overdue', 'escalated', 'total'] as const

export type Figure = (typeof figures)[number]

const isEscalated = ({ escalatedTo }: ChargeRow): boolean => escalatedTo === 'leader' || escalatedTo === 'joint'

const tests: Readonly<Record<Figure, (row: ChargeRow) => boolean>> = {
  total: () => true,
  open: ({ final }) => !final,
  red: ({ final, lamp }) => !final && lamp === 'red',
  overdue: ({ final, overdue }) => !final && overdue,
  escalated: (row) => !row.final && isEscalated(row),
}

/** The figure of a list that the address opens: `open=<list>:<figure>`; undefined: what asks for attention is shown. */
export function openedFigure({ open = '' }: ViewState, { playbook }: ChargeList): Figure | undefined {
  const [list, figure] = open.split(':')
  return list === playbook ? figures.find((known) => known === figure) : undefined
}

/** The rows behind a figure; without one those that are red, late or escalated. */
export const rowsOf = ({ rows }: ChargeList, figure: Figure | undefined): readonly ChargeRow[] =>
  rows.filter(figure ? tests[figure] : (row) => tests.red(row) || tests.overdue(row) || tests.escalated(row))

/** What asks for attention, list by list, as the sentence says it. */
export const alarms = (lists: readonly ChargeList[]) =>
  lists.flatMap(({ playbook, red, overdue, escalated }) =>
    (['red', 'overdue', 'escalated'] as const)
      .map((figure) => ({ playbook, figure, count: { red, overdue, escalated }[figure] }))
      .filter(({ count }) => count > 0),
  )
