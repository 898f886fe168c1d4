import { type Role, roles, separatedRoles } from '@guatu/access'
import type { Refusal } from '@guatu/kernel'
import { overlap, type Period } from './periods.ts'

/** A post as far as the separation of roles looks at it. */
export interface HeldRole extends Period {
  readonly role: Role
}

const isSeparated = (role: Role): boolean => separatedRoles.includes(role)

const excludes = (a: Role, b: Role): boolean => a !== b && (isSeparated(a) || isSeparated(b))

/**
 * What the separation of the three administrators has against a further post: a person holds at most one of them, and
 * none beside a role of the work, deputised posts included (GB/T 22239-2019, 8.1.5). Only periods that meet count.
 */
export function separationRefusals(name: string, held: readonly HeldRole[], wanted: HeldRole): Refusal[] {
  const beside = held.filter((post) => excludes(post.role, wanted.role) && overlap(post, wanted))
  const others = [...new Set(beside.map(({ role }) => role))]
  return others.map((role) => ({
    code: 'ROLE_SEPARATED',
    path: 'role',
    message: {
      zh: `${name}同期任“${roles[role].zh}”，不得再任“${roles[wanted.role].zh}”：系统、安全、审计管理员相互分离，也不兼业务岗位`,
      en: `${name} is ${roles[role].en} at that time and cannot be ${roles[wanted.role].en}: the system, security and audit administrators are separated from each other and from the work`,
    },
  }))
}
