import type { DemonstrationPersons } from '@guatu/contract'

/** Somebody of the demonstration, signed in: the header that opens its requests. */
export interface Entered {
  readonly personId: string
  readonly name: string
  readonly role: string
  /** The value of a `cookie` header. */
  readonly cookie: string
  /** The same for a browser's context (`context.addCookies`). */
  readonly cookies: readonly { readonly name: string; readonly value: string; readonly url: string }[]
}

async function answered<T>(reply: Response): Promise<T> {
  if (!reply.ok) throw new Error(`${reply.status} ${reply.url}: ${await reply.text()}`)
  return (await reply.json()) as T
}

/** Enters the demonstration of a running Guatu as the first typical person of a role, over HTTP as a newcomer does. */
export async function enterDemonstration(url: string, role = 'districtOffice'): Promise<Entered> {
  const { persons } = await answered<{ persons: DemonstrationPersons }>(await fetch(`${url}/api/demonstration/persons`))
  const person = persons.find((typical) => typical.role === role)
  if (!person) throw new Error(`nobody of the demonstration is ${role}: ${persons.map((typical) => typical.role)}`)
  const { personId, name } = person
  const reply = await fetch(`${url}/api/demonstration/enter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId }),
  })
  await answered(reply)
  const cookies = reply.headers.getSetCookie().map((text) => {
    const [pair = ''] = text.split(';')
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  return { personId, name, role, cookie, cookies }
}

const known = new Map<string, Promise<Entered>>()

/** The same person again: one session for each role and address in a process, since entering is rate-limited. */
export function enteredAs(url: string, role = 'districtOffice'): Promise<Entered> {
  const key = `${role} ${url}`
  const entered = known.get(key) ?? enterDemonstration(url, role)
  known.set(key, entered)
  return entered
}
