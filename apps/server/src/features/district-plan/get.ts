import { type DistrictPlanReply, getDistrictPlan } from '@guatu/contract'
import { done } from '@guatu/kernel'
import type { DistrictPlan } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { planInForce } from '../../store/items/list-context.ts'
import { readAsOf } from '../../store/past/as-of.ts'

/** The plan as it travels; what only the playbook says of a node stays with the playbook. */
function planBody({ nodes, links, thresholds }: DistrictPlan): DistrictPlanReply['plan'] {
  return {
    nodes: nodes.map(({ key, title, stage, durationWorkdays, standard, leadOrg, basis }) => {
      const body = { key, title: { ...title }, stage, durationWorkdays, standard: { ...standard }, leadOrg }
      return basis === undefined ? body : { ...body, basis }
    }),
    links: links.map((link) => ({ ...link })),
    thresholds: { ...thresholds },
  }
}

export const getDistrictPlanFeature = feature(getDistrictPlan, async (deps, { params, query }) => {
  const playbook = findPlaybook(deps, params.playbook)
  if (playbook.kind === 'refused') return playbook
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const { revision, plan } = await planInForce(tx, playbook.value)
    return done({ ...said, revision, edited: revision > 0, plan: planBody(plan) })
  })
})
