import { type BodyOf, saveDistrictPlan } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { checkPlaybook, type DistrictPlan, type Playbook, withDistrictPlan } from '@guatu/playbook'
import { asSystem } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { relightByThresholds } from '../../jobs/relight-thresholds.ts'
import { append } from '../../store/append.ts'
import { fieldChanges } from '../../store/item-events.ts'
import { planInForce } from '../../store/items/list-context.ts'
import { isReason, unexplainedThresholds } from '../../store/items/reasons.ts'
import { asKeeper } from '../../store/store.ts'

type Sent = BodyOf<typeof saveDistrictPlan>['plan']

/** What the editor does not show of a node is kept from the edition before. */
function merged(sent: Sent, before: DistrictPlan): DistrictPlan {
  const known = new Map(before.nodes.map((node) => [node.key, node]))
  return {
    nodes: sent.nodes.map((node) => {
      const { shortestWorkdays, elastic, anchor } = known.get(node.key) ?? {}
      const shortest = shortestWorkdays === undefined ? undefined : Math.min(shortestWorkdays, node.durationWorkdays)
      return {
        ...node,
        ...(shortest === undefined ? {} : { shortestWorkdays: shortest }),
        ...(elastic === undefined ? {} : { elastic }),
        ...(anchor === undefined ? {} : { anchor }),
      }
    }),
    links: sent.links,
    thresholds: sent.thresholds,
  }
}

/** The whole edition is checked as a definition is at boot; thresholds must be those that the rules know. */
function problemsOf(playbook: Playbook, plan: DistrictPlan): Refusal[] {
  const known = Object.keys(playbook.lamps.thresholds)
  const missing = known.filter((key) => plan.thresholds[key] === undefined)
  const unknown = Object.keys(plan.thresholds).filter((key) => !known.includes(key))
  const thresholds = [...missing, ...unknown].map((key) => ({
    code: 'PLAN_INVALID',
    path: `thresholds/${key}`,
    message: { zh: `阈值 ${key} 缺失或多余`, en: `Threshold ${key} is missing or unknown` },
    accepted: known,
  }))
  if (thresholds.length > 0) return thresholds
  return checkPlaybook(withDistrictPlan(playbook, plan)).map(({ path, message }) => ({
    code: 'PLAN_INVALID',
    path,
    message: { zh: `${path}：${message}`, en: `${path}: ${message}` },
  }))
}

/** Everything that an edition says, each under a key of its own, to tell before from after. */
function byKey({ nodes, links, thresholds }: DistrictPlan): Record<string, unknown> {
  return Object.fromEntries([
    ...nodes.map((node, position) => [`nodes/${node.key}`, { position, ...node }] as const),
    ...links.map((link) => [`links/${link.from}-${link.type}-${link.to}`, link] as const),
    ...Object.entries(thresholds).map(([key, value]) => [`thresholds/${key}`, value] as const),
  ])
}

export const saveDistrictPlanFeature = feature(saveDistrictPlan, async (deps, { params, body }) => {
  const found = findPlaybook(deps, params.playbook)
  if (found.kind === 'refused') return found
  const playbook = found.value
  const saved = await deps.store.write(async (tx) => {
    // The chain's head is the lock that two editors of one plan meet at.
    await asKeeper(tx, ({ client }) =>
      client.query('select seq from chain_head where district_id = $1 for update', [tx.districtId]),
    )
    const before = await planInForce(tx, playbook)
    if (before.revision !== body.revision) return refused(refusal('REVISION_STALE'))
    const plan = merged(body.plan, before.plan)
    const unexplained = isReason(body.reason) ? [] : unexplainedThresholds(before.plan.thresholds, plan.thresholds)
    const problems = [...problemsOf(playbook, plan), ...unexplained]
    if (problems.length > 0) return refused(...problems)
    const revision = before.revision + 1
    const told = { playbook: playbook.key, revision, nodes: plan.nodes.length, links: plan.links.length }
    const data = { ...told, changes: fieldChanges(byKey(before.plan), byKey(plan)) }
    const event = { verb: 'plan.edited', itemId: null, data, reason: body.reason ?? null }
    const districtPlan = { playbookKey: playbook.key, revision, plan }
    await append(tx, { at: deps.now(), events: [event], districtPlan })
    return done({ revision, before: before.plan.thresholds, after: plan.thresholds })
  })
  if (saved.kind === 'refused') return saved
  // Items keep the nodes that they were laid with: of what was edited, only thresholds move their lamps.
  const { revision, before, after } = saved.value
  await relightByThresholds(asSystem(deps), playbook, before, after)
  return done({ revision })
})
