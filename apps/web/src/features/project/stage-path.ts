import type { ItemReply } from '@guatu/contract'
import type { Playbook, Stage } from '@guatu/playbook'

export type StageState = 'passed' | 'current' | 'ahead'

export interface StageStop {
  readonly stage: Stage
  readonly state: StageState
  /** The gate into this stage when a move leads there from the current one. */
  readonly gate: ItemReply['gates'][number] | null
}

/** The stages in their order, with the gates that are open to try from where the item stands. */
export function stagePath(playbook: Playbook, current: string, gates: ItemReply['gates']): readonly StageStop[] {
  const at = playbook.stages.findIndex(({ key }) => key === current)
  return playbook.stages.map((stage, index) => ({
    stage,
    state: index < at ? 'passed' : index === at ? 'current' : 'ahead',
    gate: gates.find(({ to }) => to === stage.key) ?? null,
  }))
}

/** The move that the page offers first: the nearest one onward. */
export function nextGate(path: readonly StageStop[]): ItemReply['gates'][number] | null {
  return path.find(({ state, gate }) => state === 'ahead' && gate !== null)?.gate ?? null
}
