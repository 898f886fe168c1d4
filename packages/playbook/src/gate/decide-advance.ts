import { done, type Outcome, type Refusal, refused, type Title } from '@guatu/kernel'
import { isEmpty } from '../document/field-value.ts'
import type { CountKind, ItemRelation, Move, MoveEffect } from '../loop.ts'
import type { Playbook } from '../playbook.ts'
import { type GateInput, missingOnTheWay } from './gate-status.ts'

export interface AdvanceInput extends Omit<GateInput, 'to'> {
  readonly to: string
  /** Which of the moves to that stage, where there are several. */
  readonly move?: string | undefined
  /** Values of the fields that the move asks for, checked; null clears one. */
  readonly fields?: Readonly<Record<string, unknown>>
  readonly reason?: string | null
  /** Why the actor is none of these to the item, or null: he is one. Absent: nobody is asked. */
  readonly party?: (relations: readonly ItemRelation[]) => Refusal | null
}

export interface Advance {
  readonly from: string
  readonly to: string
  /** Names the move where `to` does not. */
  readonly move: string | null
  readonly back: boolean
  readonly reason: string | null
  readonly counts: CountKind | null
  readonly effect: MoveEffect | null
  /** Open nodes of stages that the item leaves behind: they count as done by the stage. */
  readonly passedNodes: readonly string[]
}

/** What names a move among those of its stage. */
export const moveKey = ({ key, to }: Move): string => key ?? to

export const needsReason = ({ back, reason }: Move): boolean => back === true || reason === true

/** Moves that lead on from a stage, or are steps within it. */
export const movesFrom = ({ moves }: Playbook, stage: string): readonly Move[] =>
  moves.filter(({ from }) => from === stage)

/** The move to another stage, or everything that stands in its way at once. */
export function decideAdvance(input: AdvanceInput): Outcome<Advance> {
  const { playbook, item, to } = input
  const move = movesFrom(playbook, item.stage).find(
    (candidate) => candidate.to === to && (input.move === undefined || moveKey(candidate) === input.move),
  )
  if (!move) return refused(illegalMove(playbook, item.stage, to))
  const reason = input.reason?.trim() || null
  const party = move.by && input.party ? input.party(move.by) : null
  const refusals: Refusal[] = [
    ...(party ? [party] : []),
    ...unasked(playbook, move, input.fields ?? {}),
    ...missingForMove(input, move),
    ...(needsReason(move) && reason === null ? [move.back ? backReasonRequired : reasonRequired] : []),
  ]
  if (refusals.length > 0) return refused(...refusals)
  const { back = false, counts = null, effect = null, key = null } = move
  return done({ from: item.stage, to, move: key, back, reason, counts, effect, passedNodes: passedNodes(input) })
}

/** What a move still needs of the item: through the gates on its way, and of the fields that it asks for itself. */
export function missingForMove(
  input: Pick<AdvanceInput, 'playbook' | 'item' | 'nodes' | 'facts' | 'evidence' | 'links' | 'fields'>,
  move: Move,
): Refusal[] {
  const { playbook } = input
  const document = { ...input.item.fields, ...input.fields }
  const whole = { ...input, item: { ...input.item, fields: document }, to: move.to }
  const gates = move.back ? [] : missingOnTheWay(whole)
  const blocked = gates.map((missing): Refusal => ({ code: 'GATE_BLOCKED', path: missing.path, message: missing.text }))
  const known = new Set(blocked.map(({ path }) => path))
  const needed = (move.needs ?? []).filter((field) => isEmpty(document[field]) && !known.has(field))
  return [...blocked, ...needed.map((field) => unfilled(playbook, field)), ...idle(input, move)]
}

const unfilled = (playbook: Playbook, field: string): Refusal => {
  const { zh, en } = playbook.fields[field]!.title
  return { code: 'GATE_BLOCKED', path: field, message: { zh: `填写“${zh}”`, en: `Fill in '${en}'` } }
}

/** A step within a stage that changes nothing is none. */
function idle({ item, fields = {} }: Pick<AdvanceInput, 'item' | 'fields'>, move: Move): Refusal[] {
  if (move.from !== move.to) return []
  const same = (key: string) => JSON.stringify(fields[key] ?? null) === JSON.stringify(item.fields[key] ?? null)
  if (!Object.keys(fields).every(same)) return []
  const message = { zh: '这一步要改动所列内容中的至少一项', en: 'This step has to change at least one of its fields' }
  return [{ code: 'GATE_BLOCKED', path: move.asks?.[0] ?? 'stage', message }]
}

function unasked(playbook: Playbook, { asks = [] }: Move, fields: Readonly<Record<string, unknown>>): Refusal[] {
  return Object.keys(fields).flatMap((key) => {
    if (asks.includes(key)) return []
    const { zh, en } = playbook.fields[key]?.title ?? { zh: key, en: key }
    const message = { zh: `这一步不填“${zh}”`, en: `'${en}' is not filled in by this move` }
    return [{ code: 'INPUT_INVALID', path: key, message, accepted: [...asks] }]
  })
}

const backReasonRequired: Refusal = {
  code: 'REASON_REQUIRED',
  path: 'reason',
  message: { zh: '退回要写明理由', en: 'Going back needs a reason' },
}

const reasonRequired: Refusal = {
  code: 'REASON_REQUIRED',
  path: 'reason',
  message: { zh: '这一步要写明理由', en: 'This move needs a reason' },
}

function illegalMove(playbook: Playbook, from: string, to: string): Refusal {
  const title = (key: string): Title =>
    playbook.stages.find((stage) => stage.key === key)?.title ?? { zh: key, en: key }
  const message = {
    zh: `不能从“${title(from).zh}”变更到“${title(to).zh}”`,
    en: `No move leads from '${title(from).en}' to '${title(to).en}'`,
  }
  const accepted = movesFrom(playbook, from).map((move) => move.to)
  return { code: 'MOVE_ILLEGAL', path: 'stage', message, accepted }
}

function passedNodes({ playbook, nodes, to }: AdvanceInput): string[] {
  const place = (stage: string) => playbook.stages.findIndex((candidate) => candidate.key === stage)
  return nodes.filter((node) => !node.done && place(node.stage) < place(to)).map((node) => node.nodeKey)
}
