import { loopPhases, type Phase, phases, projectPhases } from '@guatu/kernel'
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

const grant = (
  role: Role,
  relation: Relation,
  actions: readonly Action[],
  inPhases: readonly Phase[] = projectPhases,
) => actions.map((action): AccessRule => ({ role, action, relation, phases: inPhases }))

const afterTalks: readonly Phase[] = projectPhases.filter((phase) => phase !== 'negotiation')
/** Raised and applied for by the one, answered by the other. */
const raised: readonly Phase[] = ['problem', 'application']
const issued: readonly Phase[] = ['supervision']

const work: readonly Action[] = ['item.edit', 'item.advance', 'item.plan', 'fact.report', 'evidence.add']
const ownWork: readonly Action[] = ['item.read', 'item.create', ...work, 'secret.negotiation', 'secret.personal']
const verdicts: readonly Action[] = ['change.approve', 'exemption.grant']
/** What a party to a problem, an order or an application does with it; which moves are its own, the list says. */
const part: readonly Action[] = ['item.read', 'item.edit', 'item.advance', 'evidence.add', 'secret.personal']
const ownPart: readonly Action[] = ['item.create', ...part]

const unitRules = (role: 'town' | 'department'): readonly AccessRule[] => [
  ...grant(role, 'lead', ownWork),
  ...grant(role, 'lead', part, loopPhases),
  ...grant(role, 'owner', ownWork),
  ...grant(role, 'owner', part, loopPhases),
  ...grant(role, 'raiser', ownPart, raised),
  ...grant(role, 'cooperating', ['item.read', 'fact.report', 'evidence.add']),
  ...grant(role, 'cooperating', ['item.read', 'evidence.add', 'item.advance'], loopPhases),
  ...grant(role, 'nodeDuty', ['item.read', 'fact.report', 'evidence.add']),
  ...grant(role, 'all', ['item.read'], [...afterTalks, 'problem']),
  ...grant(role, 'all', ['import.run', 'directory.read'], phases),
]

const grants: readonly AccessRule[] = [
  ...grant(
    'districtOffice',
    'all',
    [
      ...ownWork,
      'fact.verify',
      'oversight.open',
      ...verdicts,
      'import.run',
      'list.configure',
      'directory.read',
      'charge.manage',
      'access.explain',
    ],
    phases,
  ),
  ...unitRules('town'),
  ...grant('town', 'area', ['item.read', 'secret.personal', 'evidence.add']),
  ...unitRules('department'),
  ...grant('department', 'supervising', ['item.read', 'fact.verify', 'evidence.add', 'secret.personal', ...verdicts]),
  ...grant('department', 'supervising', part, loopPhases),
  ...grant('department', 'issuer', ownPart, issued),
  ...grant('projectTeam', 'team', ['item.read', ...work, 'secret.negotiation', 'secret.personal']),
  ...grant('projectTeam', 'owner', ['item.read', ...work, 'secret.negotiation', 'secret.personal']),
  ...grant('projectTeam', 'team', part, loopPhases),
  ...grant('projectTeam', 'owner', part, loopPhases),
  ...grant('projectTeam', 'raiser', ownPart, raised),
  ...grant('projectTeam', 'all', ['directory.read'], phases),
  ...grant('leader', 'all', ['item.read', 'directory.read'], phases),
  ...grant('leader', 'raiser', ownPart, ['problem']),
  ...grant('leader', 'issuer', ownPart, issued),
  ...grant('leader', 'owner', ownPart, issued),
  ...grant('leader', 'charge', ['evidence.add', 'secret.negotiation', 'secret.personal', ...verdicts]),
  ...grant('leader', 'charge', ['item.advance', 'evidence.add'], loopPhases),
  ...grant('leader', 'leader', ['evidence.add', 'secret.negotiation', 'secret.personal', ...verdicts]),
  ...grant('leader', 'leader', ['item.advance', 'evidence.add'], loopPhases),
  ...grant('supervisor', 'all', ['item.read', 'evidence.add', 'directory.read', 'access.explain'], phases),
  ...grant('supervisor', 'all', ['item.edit', 'item.advance'], ['problem', 'supervision']),
  ...grant('supervisor', 'raiser', ownPart, ['problem']),
  ...grant('supervisor', 'issuer', ownPart, issued),
  ...grant('verifier', 'all', ['item.read', 'fact.verify', 'evidence.add', 'directory.read'], phases),
  ...grant('assessor', 'all', ['item.read'], [...afterTalks, ...loopPhases]),
  ...grant('assessor', 'all', ['directory.read'], phases),
  ...grant('deputy', 'opened', ['item.read'], phases),
  ...grant('firm', 'firm', ['item.read', 'fact.report', 'evidence.add']),
  ...grant('firm', 'firm', ['item.read', 'evidence.add'], ['problem']),
  ...grant('firm', 'raiser', ownPart, ['problem']),
  ...grant('partner', 'partner', ['item.read']),
  ...grant('systemAdmin', 'all', ['directory.read', 'directory.manage', 'account.manage'], phases),
  ...grant(
    'securityAdmin',
    'all',
    ['directory.read', 'post.manage', 'rule.manage', 'access.explain', 'account.unlock'],
    phases,
  ),
  ...grant('auditAdmin', 'all', ['directory.read', 'audit.read'], phases),
]

/** What is granted twice is one rule, of the phases of both. */
function merged(rules: readonly AccessRule[]): AccessRule[] {
  const byKey = new Map<string, AccessRule>()
  for (const rule of rules) {
    const granted = new Set([...(byKey.get(ruleKey(rule))?.phases ?? []), ...rule.phases])
    byKey.set(ruleKey(rule), { ...rule, phases: phases.filter((phase) => granted.has(phase)) })
  }
  return [...byKey.values()]
}

/**
 * The rules that a district starts with; its security administrator changes them. Units that compete see each other's
 * projects once these are signed, and each other's talks never.
 */
export const standardRules: readonly AccessRule[] = merged(grants)

/**
 * Whether a rule leaves the three administrators separated (GB/T 22239-2019, 8.1.5): each keeps to what is his by the
 * standard rules, and nobody else gets what only an administrator has by them.
 */
export function keepsSeparation({ role, action }: AccessRule): boolean {
  const holders = standardRules.filter((rule) => rule.action === action).map((rule) => rule.role)
  if (separatedRoles.includes(role)) return holders.includes(role)
  return holders.length === 0 || holders.some((holder) => !separatedRoles.includes(holder))
}
