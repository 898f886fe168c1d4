import type { DistrictPlanReply } from '@guatu/contract'

export type Plan = DistrictPlanReply['plan']
export type PlanNode = Plan['nodes'][number]
export type PlanLink = Plan['links'][number]

/** A plan being edited, with every state before and after it. */
export interface PlanDraft {
  readonly plan: Plan
  readonly past: readonly Plan[]
  readonly future: readonly Plan[]
}

const MOST_STATES = 200

export const draftOf = (plan: Plan): PlanDraft => ({ plan, past: [], future: [] })

export const edited = ({ plan, past }: PlanDraft, next: Plan): PlanDraft => ({
  plan: next,
  past: [...past, plan].slice(-MOST_STATES),
  future: [],
})

export function stepBack({ plan, past, future }: PlanDraft): PlanDraft {
  const last = past.at(-1)
  return last ? { plan: last, past: past.slice(0, -1), future: [plan, ...future] } : { plan, past, future }
}

export function stepForward({ plan, past, future }: PlanDraft): PlanDraft {
  const [next, ...rest] = future
  return next ? { plan: next, past: [...past, plan], future: rest } : { plan, past, future }
}

export const withNode = (plan: Plan, key: string, patch: Partial<PlanNode>): Plan => ({
  ...plan,
  nodes: plan.nodes.map((node) => (node.key === key ? { ...node, ...patch } : node)),
})

/** A node goes with its links: a link to nowhere would make the plan invalid behind the person's back. */
export const withoutNode = (plan: Plan, key: string): Plan => ({
  ...plan,
  nodes: plan.nodes.filter((node) => node.key !== key),
  links: plan.links.filter(({ from, to }) => from !== key && to !== key),
})

/** A key that no node has: `node-1`, `node-2`. Keys are for links and history; people see titles. */
export function freshKey(plan: Plan): string {
  const taken = new Set(plan.nodes.map(({ key }) => key))
  let count = 1
  while (taken.has(`node-${count}`)) count += 1
  return `node-${count}`
}

export function withNewNode(plan: Plan, after: string): Plan {
  const at = plan.nodes.findIndex(({ key }) => key === after)
  const stage = plan.nodes[at]?.stage ?? plan.nodes.at(-1)?.stage ?? ''
  const node: PlanNode = {
    key: freshKey(plan),
    title: { zh: '', en: '' },
    stage,
    durationWorkdays: 5,
    standard: { zh: '', en: '' },
    leadOrg: 'lead',
  }
  return { ...plan, nodes: [...plan.nodes.slice(0, at + 1), node, ...plan.nodes.slice(at + 1)] }
}

export function movedNode(plan: Plan, key: string, by: 1 | -1): Plan {
  const at = plan.nodes.findIndex((node) => node.key === key)
  const to = at + by
  if (at < 0 || to < 0 || to >= plan.nodes.length) return plan
  const nodes = [...plan.nodes]
  const [node] = nodes.splice(at, 1)
  nodes.splice(to, 0, node!)
  return { ...plan, nodes }
}

export const linksInto = (plan: Plan, key: string): readonly PlanLink[] => plan.links.filter(({ to }) => to === key)

/** The links into a node as a whole; those of other nodes stay. */
export const withLinksInto = (plan: Plan, key: string, links: readonly PlanLink[]): Plan => ({
  ...plan,
  links: [...plan.links.filter(({ to }) => to !== key), ...links],
})

export const withThreshold = (plan: Plan, key: string, value: number): Plan => ({
  ...plan,
  thresholds: { ...plan.thresholds, [key]: value },
})
