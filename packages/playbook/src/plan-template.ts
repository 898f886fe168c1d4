import { oncePer } from './once.ts'
import type { LinkTemplate, NodeTemplate, Playbook } from './playbook.ts'

/** The part of a playbook that a district may edit: its nodes, their durations and links, and the lamp thresholds. */
export interface DistrictPlan {
  readonly nodes: readonly NodeTemplate[]
  readonly links: readonly LinkTemplate[]
  readonly thresholds: Readonly<Record<string, number>>
}

/** A playbook as a district runs it. Check the result with `checkPlaybook`: editors make mistakes too. */
export function withDistrictPlan(playbook: Playbook, district: DistrictPlan): Playbook {
  const { nodes, links, thresholds } = district
  return { ...playbook, nodes, links, lamps: { ...playbook.lamps, thresholds } }
}

/** What a plan is laid from. `stages` is the order that tells which nodes an item has passed. */
export interface PlanTemplate {
  readonly stages: readonly string[]
  readonly nodes: readonly NodeTemplate[]
  readonly links: readonly LinkTemplate[]
}

/** The template of a playbook. One object per playbook, since plans are cached by it. */
export const planTemplateOf: (playbook: Playbook) => PlanTemplate = oncePer(({ stages, nodes, links }) => ({
  stages: stages.map((stage) => stage.key),
  nodes,
  links,
}))
