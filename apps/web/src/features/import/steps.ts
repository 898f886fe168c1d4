import type { ImportState } from '@guatu/contract'

/** The wizard's stations, in order. */
export const steps = ['file', 'mapping', 'check', 'difference', 'done'] as const

export type Step = (typeof steps)[number]

type Phase = ImportState['progress']['phase']

const settledPhases: readonly Phase[] = ['ready', 'done', 'refused', 'cancelled']

/** Nothing goes on in the background: the screen need not ask again. */
export const isSettled = (phase: Phase): boolean => settledPhases.includes(phase)

/** Steps that may be opened as things stand; a link to another one leads to the nearest of these. */
export function openSteps(state: ImportState | undefined): readonly Step[] {
  if (!state) return ['file']
  const phase = state.progress.phase
  if (phase === 'done') return ['done']
  if (phase === 'writing') return ['difference']
  if (phase === 'ready') return ['file', 'mapping', 'check', 'difference']
  return ['file']
}

export function stepShown(wanted: Step | undefined, state: ImportState | undefined): Step {
  const open = openSteps(state)
  if (wanted && open.includes(wanted)) return wanted
  if (state?.progress.phase === 'ready' && !wanted) return 'mapping'
  return open.at(-1) ?? 'file'
}

export function neighbour(step: Step, by: 1 | -1): Step {
  const index = Math.min(steps.length - 1, Math.max(0, steps.indexOf(step) + by))
  return steps[index] ?? 'file'
}
