import { type FiveFix, fiveFixes, type PlanNode } from '@guatu/kernel'
import type { NodeTemplate } from './playbook.ts'

/** What of a node the five fixes look at. */
export type FixedNode = Pick<
  PlanNode,
  'title' | 'ownerId' | 'standard' | 'plannedStart' | 'plannedFinish' | 'leadOrgId' | 'leaderId' | 'done'
>

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === ''

type Template = Pick<NodeTemplate, 'evidence'>

const lacks: Readonly<Record<FiveFix, (node: FixedNode, template: Template | undefined) => boolean>> = {
  owner: (node) => node.ownerId === null,
  matter: (node) => isBlank(node.title),
  // A named document is a standard too: whoever sees it knows that the node is done.
  standard: (node, template) => isBlank(node.standard) && isBlank(template?.evidence?.zh),
  dates: (node) => node.plannedStart === null || node.plannedFinish === null,
  leadOrg: (node) => node.leadOrgId === null,
  leader: (node) => node.leaderId === null,
}

/** Which of the five fixes (五定) an open node lacks, in their own order; a node that is done lacks nothing any more. */
export const fiveFixGaps = (node: FixedNode, template?: Template): readonly FiveFix[] =>
  node.done ? [] : fiveFixes.filter((fix) => lacks[fix](node, template))
