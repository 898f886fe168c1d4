import type { Role } from '@guatu/access'
import { enterDemonstration, listDemonstrationPersons } from '@guatu/contract'

type Persons = readonly { readonly personId: string; readonly role: string }[]

/** Roles of the demonstration's typical persons; the first of a role is taken. */
async function personOf(url: string, role: Role): Promise<string> {
  const reply = await fetch(url + listDemonstrationPersons.path)
  const { persons } = (await reply.json()) as { readonly persons?: Persons }
  const found = persons?.find((person) => person.role === role)
  if (!found) throw new Error(`${url} has no demonstration person of the role ${role} (${reply.status})`)
  return found.personId
}

async function enterAs(url: string, role: Role): Promise<string> {
  const entered = await fetch(url + enterDemonstration.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: await personOf(url, role) }),
  })
  if (!entered.ok) throw new Error(`entering ${url} as ${role}: ${entered.status} ${await entered.text()}`)
  return entered.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const entered = new Map<string, Promise<string>>()

/**
 * The `Cookie` header of a session of the demonstration, entered as a person of the role; one session for each role and
 * address in a process, since entering is rate-limited.
 */
export function cookieOf(url: string, role: Role = 'districtOffice'): Promise<string> {
  const key = `${role} ${url}`
  const known = entered.get(key) ?? enterAs(url, role)
  entered.set(key, known)
  return known
}

/** The same as a browser's context takes them. */
export async function cookiesOf(
  url: string,
  role?: Role,
): Promise<{ readonly name: string; readonly value: string; readonly url: string }[]> {
  const header = await cookieOf(url, role)
  return header.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}
