import { done, type Outcome, type Refusal, refused, type Title } from '@guatu/kernel'
import type { Playbook } from '../playbook.ts'
import { type GateInput, gateStatus } from './gate-status.ts'

export interface AdvanceInput extends GateInput {
  readonly reason?: string | null
}

export interface Advance {
  readonly from: string
  readonly to: string
  readonly back: boolean
  readonly reason: string | null
  /** Open nodes of stages that the item leaves behind: they count as done by the stage. */
  readonly passedNodes: readonly string[]
}

/** The move to another stage, or everything that stands in its way at once. */
export function decideAdvance(input: AdvanceInput): Outcome<Advance> {
  const { playbook, item, to } = input
  const status = gateStatus(input)
  if (!status.legal) return refused(illegalMove(playbook, item.stage, to))
  const reason = input.reason?.trim() || null
  const refusals: Refusal[] = status.missing.map((missing) => ({
    code: 'GATE_BLOCKED',
    path: missing.path,
    message: missing.text,
  }))
  if (status.back && reason === null) refusals.push(reasonRequired)
  if (refusals.length > 0) return refused(...refusals)
  return done({ from: item.stage, to, back: status.back, reason, passedNodes: passedNodes(input) })
}

const reasonRequired: Refusal = {
  code: 'REASON_REQUIRED',
  path: 'reason',
  message: { zh: '退回要写明理由', en: 'Going back needs a reason' },
}

function illegalMove(playbook: Playbook, from: string, to: string): Refusal {
  const title = (key: string): Title =>
    playbook.stages.find((stage) => stage.key === key)?.title ?? { zh: key, en: key }
  const message = {
    zh: `不能从“${title(from).zh}”变更到“${title(to).zh}”`,
    en: `No move leads from '${title(from).en}' to '${title(to).en}'`,
  }
  const accepted = playbook.moves.filter((move) => move.from === from).map((move) => move.to)
  return { code: 'MOVE_ILLEGAL', path: 'stage', message, accepted }
}

function passedNodes({ playbook, nodes, to }: AdvanceInput): string[] {
  const place = (stage: string) => playbook.stages.findIndex((candidate) => candidate.key === stage)
  return nodes.filter((node) => !node.done && place(node.stage) < place(to)).map((node) => node.nodeKey)
}
