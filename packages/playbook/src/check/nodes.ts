import type { LinkTemplate, NodeTemplate } from '../playbook.ts'
import { type Check, type Mistake, repeated, unknown } from './mistake.ts'

/** The node template is a network without cycles whose hard links never run against the order of the stages. */
export const checkNodes: Check = (playbook) => {
  const stages = playbook.stages.map((stage) => stage.key)
  return [
    ...repeated(
      playbook.nodes.map((node, index) => [`nodes/${index}/key`, node.key]),
      'node',
    ),
    ...repeated(
      playbook.nodes.flatMap((node, index) => (node.anchor ? [[`nodes/${index}/anchor`, node.anchor] as const] : [])),
      'anchor',
    ),
    ...playbook.nodes.flatMap((node, index) => nodeMistakes(`nodes/${index}`, node, stages)),
    ...linkMistakes(playbook.nodes, playbook.links, stages),
    ...cycleMistakes(playbook.links),
  ]
}

function nodeMistakes(path: string, node: NodeTemplate, stages: readonly string[]): Mistake[] {
  const mistakes = unknown(`${path}/stage`, 'stage', node.stage, stages)
  const { durationWorkdays, shortestWorkdays } = node
  if (!Number.isInteger(durationWorkdays) || durationWorkdays < 0) {
    mistakes.push({ path: `${path}/durationWorkdays`, message: `${durationWorkdays} is not a whole number from 0` })
  }
  if (shortestWorkdays !== undefined && !(shortestWorkdays >= 0 && shortestWorkdays <= durationWorkdays)) {
    mistakes.push({
      path: `${path}/shortestWorkdays`,
      message: `${shortestWorkdays} is not within 0-${durationWorkdays}`,
    })
  }
  return mistakes
}

function linkMistakes(
  nodes: readonly NodeTemplate[],
  links: readonly LinkTemplate[],
  stages: readonly string[],
): Mistake[] {
  const stageOf = new Map(nodes.map((node) => [node.key, stages.indexOf(node.stage)]))
  const mistakes = repeated(
    links.map((link, index) => [`links/${index}`, `${link.from} -> ${link.to}`]),
    'link',
  )
  for (const [index, link] of links.entries()) {
    const path = `links/${index}`
    for (const end of ['from', 'to'] as const) {
      if (!stageOf.has(link[end])) mistakes.push({ path: `${path}/${end}`, message: `no node '${link[end]}'` })
    }
    if (!Number.isInteger(link.lagWorkdays)) mistakes.push({ path: `${path}/lagWorkdays`, message: 'not whole' })
    const from = stageOf.get(link.from) ?? -1
    const to = stageOf.get(link.to) ?? -1
    if (!link.soft && to >= 0 && from > to) {
      mistakes.push({ path, message: `a hard link runs back from stage '${stages[from]}' to '${stages[to]}'` })
    }
  }
  return mistakes
}

/** One mistake per cycle met, with the keys on its way. Depth first, each node left once. */
function cycleMistakes(links: readonly LinkTemplate[]): Mistake[] {
  const next = new Map<string, string[]>()
  for (const link of links) next.set(link.from, [...(next.get(link.from) ?? []), link.to])
  const left = new Set<string>()
  const mistakes: Mistake[] = []
  const walk = (key: string, way: readonly string[]): void => {
    const met = way.indexOf(key)
    if (met >= 0) mistakes.push({ path: 'links', message: `cycle ${[...way.slice(met), key].join(' -> ')}` })
    if (met >= 0 || left.has(key)) return
    for (const follower of next.get(key) ?? []) walk(follower, [...way, key])
    left.add(key)
  }
  for (const key of next.keys()) walk(key, [])
  return mistakes
}
