import type { Plan, PlanLink } from './plan-draft.ts'

/** What saving would touch, counted for the sentence that says so. */
export interface PlanChanges {
  readonly added: number
  readonly removed: number
  readonly changed: number
  readonly links: number
  readonly thresholds: number
  /** Working days of the longest way through the template, before and after. */
  readonly fromWorkdays: number
  readonly toWorkdays: number
}

const linkText = ({ from, to, type, lagWorkdays, soft }: PlanLink) => [from, to, type, lagWorkdays, soft].join()

const differing = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].filter((text) => !b.has(text)).length

export function changesBetween(before: Plan, after: Plan): PlanChanges {
  const old = new Map(before.nodes.map((node) => [node.key, JSON.stringify(node)]))
  const kept = new Set(after.nodes.map(({ key }) => key))
  const oldLinks = new Set(before.links.map(linkText))
  const newLinks = new Set(after.links.map(linkText))
  const keys = new Set([...Object.keys(before.thresholds), ...Object.keys(after.thresholds)])
  return {
    added: after.nodes.filter(({ key }) => !old.has(key)).length,
    removed: before.nodes.filter(({ key }) => !kept.has(key)).length,
    changed: after.nodes.filter((node) => old.has(node.key) && old.get(node.key) !== JSON.stringify(node)).length,
    links: Math.max(differing(oldLinks, newLinks), differing(newLinks, oldLinks)),
    thresholds: [...keys].filter((key) => before.thresholds[key] !== after.thresholds[key]).length,
    fromWorkdays: longestWorkdays(before),
    toWorkdays: longestWorkdays(after),
  }
}

export const isUnchanged = ({ added, removed, changed, links, thresholds }: PlanChanges): boolean =>
  added + removed + changed + links + thresholds === 0

/**
 * Working days from the first start to the last finish when every node starts as early as its links let it: the forward
 * pass of the precedence diagramming method. Links of a circle are left out; the check names them.
 */
export function longestWorkdays({ nodes, links }: Plan): number {
  const durations = new Map(nodes.map(({ key, durationWorkdays }) => [key, durationWorkdays]))
  const starts = new Map(nodes.map(({ key }) => [key, 0]))
  // As many rounds as there are nodes settle every network without a circle.
  for (let round = 0; round < nodes.length; round += 1) {
    let moved = false
    for (const link of links) {
      const earliest = earliestStart(link, starts, durations)
      if (earliest <= (starts.get(link.to) ?? Number.POSITIVE_INFINITY)) continue
      starts.set(link.to, earliest)
      moved = true
    }
    if (!moved) break
  }
  return Math.max(0, ...nodes.map(({ key, durationWorkdays }) => starts.get(key)! + durationWorkdays))
}

function earliestStart(
  { from, to, type, lagWorkdays }: PlanLink,
  starts: ReadonlyMap<string, number>,
  durations: ReadonlyMap<string, number>,
): number {
  const start = starts.get(from) ?? 0
  const finish = start + (durations.get(from) ?? 0)
  const own = durations.get(to) ?? 0
  const anchor = type === 'FS' || type === 'FF' ? finish : start
  return anchor + lagWorkdays - (type === 'FF' || type === 'SF' ? own : 0)
}
