import type { Action } from '@guatu/access'
import { type AreaEntry, getSession, type OrgEntry, type PersonEntry, type Session } from '@guatu/contract'
import { createContext, use, useCallback, useMemo } from 'react'
import { translate } from '../app/language.ts'
import { unnamed } from '../forms/show-context.ts'
import { isOfNow } from './as-of.ts'
import { call } from './call.ts'
import { routeQuery } from './query.ts'

/** Asked once: whether anybody is signed in is what it tells. */
export const sessionQuery = {
  ...routeQuery(getSession, {}),
  queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Session> =>
    call(getSession, {}, { signal, once: true }),
  staleTime: 300_000,
}

export const SessionContext = createContext<Session | null>(null)
/** A past moment is read: nothing of now is offered. */
export const PastContext = createContext(false)

/** The district, its day, its lists and its directory. The shell shows pages only once it is known. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside of the shell')
  return session
}

/** Whether the person may do something anywhere at all; the item itself is judged when it is asked for. */
export function useMay(): (action: Action) => boolean {
  const { me } = useSession()
  const past = use(PastContext)
  // No rule binds the operator of the machine.
  return useCallback((action) => !(past && isOfNow(action)) && (me === null || me.may.includes(action)), [me, past])
}

export interface Directory {
  readonly org: (id: string | null | undefined) => OrgEntry | undefined
  readonly person: (id: string | null | undefined) => PersonEntry | undefined
  readonly area: (code: string | null | undefined) => AreaEntry | undefined
  /** Short names where there are any; an empty text for what is not set, the id of a unit or area that is not known. */
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
    personName: (id) => person(id)?.name ?? (id ? translate(unnamed) : ''),
    areaName: (code) => area(code)?.shortName ?? code ?? '',
  }
}

/** Names behind the ids of units, persons and areas. */
export function useDirectory(): Directory {
  const session = useSession()
  return useMemo(() => directoryOf(session), [session])
}
