import type { ItemRow } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useMemo } from 'react'
import { useSession } from '../../../api/session.tsx'

/** What the person need not type: who raises it and when, and of the blocked item where it is. */
export function useGiven({ roles }: Playbook, about: ItemRow | undefined): Readonly<Record<string, unknown>> {
  const { me, today } = useSession()
  return useMemo(() => {
    const given = [
      [roles.raiser, me?.personId],
      [roles.raiserOrg, me?.posts[0]?.orgId],
      [roles.raisedOn, { date: today, precision: 'day' }],
      [roles.area, about?.areaCode],
    ] as const
    return Object.fromEntries(given.flatMap(([key, value]) => (key && value ? [[key, value]] : [])))
  }, [roles, me, today, about])
}
