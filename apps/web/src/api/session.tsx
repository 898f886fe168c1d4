import { type AreaEntry, getSession, type OrgEntry, type PersonEntry, type Session } from '@guatu/contract'
import { createContext, use, useMemo } from 'react'
import { routeQuery } from './query.ts'

export const sessionQuery = { ...routeQuery(getSession, {}), staleTime: 300_000 }

export const SessionContext = createContext<Session | null>(null)

/** The district, its day, its lists and its directory. The shell shows pages only once it is known. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside of the shell')
  return session
}

export interface Directory {
  readonly org: (id: string | null | undefined) => OrgEntry | undefined
  readonly person: (id: string | null | undefined) => PersonEntry | undefined
  readonly area: (code: string | null | undefined) => AreaEntry | undefined
  /** Short names where there are any; an empty text for what is not set, the id for what is not in the directory. */
  readonly orgName: (id: string | null | undefined) => string
  readonly personName: (id: string | null | undefined) => string
  readonly areaName: (code: string | null | undefined) => string
}

function directoryOf(session: Pick<Session, 'orgs' | 'persons' | 'areas'>): Directory {
  const orgs = new Map(session.orgs.map((org) => [org.orgId, org]))
  const persons = new Map(session.persons.map((person) => [person.personId, person]))
  const areas = new Map(session.areas.map((area) => [area.code, area]))
  const org = (id: string | null | undefined) => orgs.get(id ?? '')
  const person = (id: string | null | undefined) => persons.get(id ?? '')
  const area = (code: string | null | undefined) => areas.get(code ?? '')
  return {
    org,
    person,
    area,
    orgName: (id) => org(id)?.shortName ?? org(id)?.name ?? id ?? '',
    personName: (id) => person(id)?.name ?? id ?? '',
    areaName: (code) => area(code)?.shortName ?? code ?? '',
  }
}

/** Names behind the ids of units, persons and areas. */
export function useDirectory(): Directory {
  const session = useSession()
  return useMemo(() => directoryOf(session), [session])
}
