import type { PlanTemplate } from '../src/index.ts'

type Node = PlanTemplate['nodes'][number]
type Link = PlanTemplate['links'][number]

/** What leads to a node, or belongs to its stages without coming after it. */
export function naiveHead(template: PlanTemplate, anchor: string): Set<string> {
  const after = new Set([anchor])
  for (const key of after) for (const link of template.links) if (link.from === key) after.add(link.to)
  const before = new Set([anchor])
  for (const key of before) for (const link of template.links) if (link.to === key) before.add(link.from)
  const stage = template.nodes.find((node) => node.key === anchor)!.stage
  const place = (name: string) => template.stages.indexOf(name)
  const loose = template.nodes.filter((node) => !after.has(node.key) && place(node.stage) <= place(stage))
  return new Set([...before, ...loose.map((node) => node.key)])
}

/** Late starts by relaxing every link until nothing changes: slow, and by no pass in topological order. */
export function naiveLateStarts(nodes: readonly Node[], links: readonly Link[], due: number): Map<string, number> {
  const duration = new Map(nodes.map((node) => [node.key, node.durationWorkdays]))
  const late = new Map(nodes.map((node) => [node.key, due - node.durationWorkdays + 1]))
  for (let changed = true; changed; ) {
    changed = false
    for (const link of links) {
      const from = late.get(link.from)
      const to = late.get(link.to)
      if (from === undefined || to === undefined) continue
      const latest = latestStart(link, to, duration.get(link.from)!, duration.get(link.to)!)
      if (latest < from) {
        late.set(link.from, latest)
        changed = true
      }
    }
  }
  return late
}

function latestStart({ type, lagWorkdays }: Link, to: number, fromDuration: number, toDuration: number): number {
  const toEnd = to + toDuration
  switch (type) {
    case 'FS':
      return to - lagWorkdays - fromDuration
    case 'SS':
      return to - lagWorkdays
    case 'FF':
      return toEnd - lagWorkdays - fromDuration
    case 'SF':
      return toEnd - lagWorkdays
  }
}

/** Early starts the same way, from an offset on, each no earlier than where it is held. */
export function naiveEarlyStarts(
  nodes: readonly Node[],
  links: readonly Link[],
  start: number,
  held: ReadonlyMap<string, number> = new Map(),
): Map<string, number> {
  const duration = new Map(nodes.map((node) => [node.key, node.durationWorkdays]))
  const early = new Map(nodes.map((node) => [node.key, Math.max(start, held.get(node.key) ?? start)]))
  for (let changed = true; changed; ) {
    changed = false
    for (const link of links) {
      const from = early.get(link.from)
      const to = early.get(link.to)
      if (from === undefined || to === undefined) continue
      const slack = from - latestStart(link, to, duration.get(link.from)!, duration.get(link.to)!)
      if (slack > 0) {
        early.set(link.to, to + slack)
        changed = true
      }
    }
  }
  return early
}
