import type { LinkTemplate, NodeTemplate, Playbook } from './playbook.ts'

/** The part of a playbook that a district may edit: its nodes, their durations and links, and the lamp thresholds. */
export interface DistrictPlan {
  readonly nodes: readonly NodeTemplate[]
  readonly links: readonly LinkTemplate[]
  readonly thresholds: Readonly<Record<string, number>>
}

/** What a plan is laid from. `stages` is the order that tells which nodes an item has passed. */
export interface PlanTemplate {
  readonly stages: readonly string[]
  readonly nodes: readonly NodeTemplate[]
  readonly links: readonly LinkTemplate[]
}

/** The template of a playbook, with the district's edition of it where there is one. */
export function planTemplateOf(playbook: Playbook, district?: DistrictPlan): PlanTemplate {
  const { nodes, links } = district ?? playbook
  return { stages: playbook.stages.map((stage) => stage.key), nodes, links }
}
