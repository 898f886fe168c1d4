import type { LinkTemplate, NodeTemplate } from './playbook.ts'

/** The part of a playbook that a district may edit: its nodes, their durations and links, and the lamp thresholds. */
export interface DistrictPlan {
  readonly nodes: readonly NodeTemplate[]
  readonly links: readonly LinkTemplate[]
  readonly thresholds: Readonly<Record<string, number>>
}
