import type { LinkNeed, Playbook, Requirement } from '../playbook.ts'
import { type Check, type Mistake, repeated, unknown } from './mistake.ts'

/** Every gate stands on the way to a stage and asks for things that exist before it. */
export const checkGates: Check = (playbook) => [
  ...repeated(
    playbook.gates.map((gate, index) => [`gates/${index}/to`, gate.to]),
    'gate to',
  ),
  ...playbook.gates.flatMap((gate, index) => {
    const path = `gates/${index}`
    const stages = playbook.stages.map((stage) => stage.key)
    const place = unknown(`${path}/to`, 'stage', gate.to, stages)
    if (place.length === 0 && !playbook.moves.some((move) => move.to === gate.to && !move.back)) {
      place.push({ path: `${path}/to`, message: `no move goes on to '${gate.to}'` })
    }
    if (gate.needs.length === 0) place.push({ path: `${path}/needs`, message: 'needs nothing' })
    const needs = gate.needs.flatMap((need, at) => needMistakes(playbook, gate.to, `${path}/needs/${at}`, need))
    return [...place, ...needs]
  }),
]

function needMistakes(playbook: Playbook, to: string, path: string, need: Requirement): Mistake[] {
  switch (need.kind) {
    case 'field':
      return unknown(`${path}/field`, 'field', need.field, Object.keys(playbook.fields))
    case 'verifiedFact':
      return unknown(`${path}/metric`, 'metric', need.metric, Object.keys(playbook.metrics))
    case 'nodeDone':
      return nodeMistakes(playbook, to, `${path}/node`, need.node)
    case 'evidence':
      if ('node' in need) return nodeMistakes(playbook, to, `${path}/node`, need.node)
      return unknown(`${path}/metric`, 'metric', need.metric, Object.keys(playbook.metrics))
    case 'link':
      return linkMistakes(playbook, path, need)
    case 'condition':
      return []
  }
}

/** What the linked item's choice is among is written as this list's own choice: links go between items of one list here. */
function linkMistakes(playbook: Playbook, path: string, { link, among, filled }: LinkNeed): Mistake[] {
  const kinds = [
    ...unknown(`${path}/link`, 'link kind', link, Object.keys(playbook.linkKinds ?? {})),
    ...(filled === undefined ? [] : unknown(`${path}/filled`, 'field', filled, Object.keys(playbook.fields))),
  ]
  if (!among) return kinds
  const field = playbook.fields[among.field]
  if (field?.kind !== 'choice')
    return [...kinds, { path: `${path}/among/field`, message: `no choice '${among.field}'` }]
  const choices = Object.keys(field.choices)
  const values = among.values.flatMap((value, at) => unknown(`${path}/among/values/${at}`, 'choice', value, choices))
  return [...kinds, ...values]
}

/** A gate cannot wait for a node that is only worked on behind it. */
function nodeMistakes(playbook: Playbook, to: string, path: string, key: string): Mistake[] {
  const node = playbook.nodes.find((candidate) => candidate.key === key)
  if (!node) return [{ path, message: `no node '${key}'` }]
  const place = (stage: string) => playbook.stages.findIndex((candidate) => candidate.key === stage)
  if (place(node.stage) < place(to)) return []
  return [{ path, message: `'${key}' belongs to stage '${node.stage}', which is not before '${to}'` }]
}
