import type { Role } from '@guatu/access'
import { useSession } from './session.tsx'

/** Roles that the standard rules let issue orders, visit and decide. */
const issuers: readonly string[] = ['districtOffice', 'supervisor', 'leader', 'department'] satisfies Role[]

/** Whether somebody is offered to begin a matter of supervision; whether he may, the server says. */
export function useIssues(): boolean {
  const { me } = useSession()
  // No rule binds the operator of the machine.
  return me === null || me.posts.some(({ role }) => issuers.includes(role))
}
