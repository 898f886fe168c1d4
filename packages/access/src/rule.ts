import { type Phase, phases } from '@guatu/kernel'
import { type Action, itemActions } from './action.ts'
import type { Relation } from './relation.ts'
import { type Role, separatedRoles } from './role.ts'

/** One grant: holders of `role` may do `action` to items that stand to them in `relation`, in any of `phases`. */
export interface AccessRule {
  readonly role: Role
  readonly action: Action
  /** `all` for what concerns the district as a whole. */
  readonly relation: Relation
  readonly phases: readonly Phase[]
}

/** What names a rule: a role has at most one for an action and a relation. */
export const ruleKey = ({ role, action, relation }: AccessRule): string => `${role}/${action}/${relation}`

/** What concerns the district as a whole is granted for all of it. */
export const isRule = ({ action, relation }: AccessRule): boolean => action in itemActions || relation === 'all'

const grant = (role: Role, relation: Relation, actions: readonly Action[], inPhases: readonly Phase[] = phases) =>
  actions.map((action): AccessRule => ({ role, action, relation, phases: inPhases }))

const afterTalks: readonly Phase[] = phases.filter((phase) => phase !== 'negotiation')

const work: readonly Action[] = ['item.edit', 'item.advance', 'item.plan', 'fact.report', 'evidence.add']
const ownWork: readonly Action[] = ['item.read', 'item.create', ...work, 'secret.negotiation', 'secret.personal']

/**
 * The rules that a district starts with; its security administrator changes them. Units that compete see each other's
 * projects once these are signed, and each other's talks never.
 */
export const standardRules: readonly AccessRule[] = [
  ...grant('districtOffice', 'all', [
    ...ownWork,
    'fact.verify',
    'oversight.open',
    'import.run',
    'list.configure',
    'directory.read',
    'charge.manage',
    'access.explain',
  ]),
  ...grant('town', 'lead', ownWork),
  ...grant('town', 'owner', ownWork),
  ...grant('town', 'area', ['item.read', 'secret.personal', 'evidence.add']),
  ...grant('town', 'cooperating', ['item.read', 'fact.report', 'evidence.add']),
  ...grant('town', 'nodeDuty', ['item.read', 'fact.report', 'evidence.add']),
  ...grant('town', 'all', ['item.read'], afterTalks),
  ...grant('town', 'all', ['import.run', 'directory.read']),
  ...grant('department', 'lead', ownWork),
  ...grant('department', 'owner', ownWork),
  ...grant('department', 'cooperating', ['item.read', 'fact.report', 'evidence.add']),
  ...grant('department', 'nodeDuty', ['item.read', 'fact.report', 'evidence.add']),
  ...grant('department', 'supervising', ['item.read', 'fact.verify', 'evidence.add', 'secret.personal']),
  ...grant('department', 'all', ['item.read'], afterTalks),
  ...grant('department', 'all', ['import.run', 'directory.read']),
  ...grant('projectTeam', 'team', ['item.read', ...work, 'secret.negotiation', 'secret.personal']),
  ...grant('projectTeam', 'owner', ['item.read', ...work, 'secret.negotiation', 'secret.personal']),
  ...grant('projectTeam', 'all', ['directory.read']),
  ...grant('leader', 'all', ['item.read', 'directory.read']),
  ...grant('leader', 'charge', ['evidence.add', 'secret.negotiation', 'secret.personal']),
  ...grant('leader', 'leader', ['evidence.add', 'secret.negotiation', 'secret.personal']),
  ...grant('supervisor', 'all', ['item.read', 'evidence.add', 'directory.read', 'access.explain']),
  ...grant('verifier', 'all', ['item.read', 'fact.verify', 'evidence.add', 'directory.read']),
  ...grant('assessor', 'all', ['item.read'], afterTalks),
  ...grant('assessor', 'all', ['directory.read']),
  ...grant('deputy', 'opened', ['item.read']),
  ...grant('firm', 'firm', ['item.read', 'fact.report', 'evidence.add']),
  ...grant('partner', 'partner', ['item.read']),
  ...grant('systemAdmin', 'all', ['directory.read', 'directory.manage', 'account.manage']),
  ...grant('securityAdmin', 'all', [
    'directory.read',
    'post.manage',
    'rule.manage',
    'access.explain',
    'account.unlock',
  ]),
  ...grant('auditAdmin', 'all', ['directory.read', 'audit.read']),
]

/**
 * Whether a rule leaves the three administrators separated (GB/T 22239-2019, 8.1.5): each keeps to what is his by the
 * standard rules, and nobody else gets what only an administrator has by them.
 */
export function keepsSeparation({ role, action }: AccessRule): boolean {
  const holders = standardRules.filter((rule) => rule.action === action).map((rule) => rule.role)
  if (separatedRoles.includes(role)) return holders.includes(role)
  return holders.length === 0 || holders.some((holder) => !separatedRoles.includes(holder))
}
