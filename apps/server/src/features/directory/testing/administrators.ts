import type { Role } from '@guatu/access'
import { assignPost, createPerson, type DirectoryPerson, type Post } from '@guatu/contract'
import { bureauOrg, type TestApp } from '../../../store/testing/test-app.ts'

/** A person with a post, made by the operator. */
export async function personWith(
  test: TestApp,
  name: string,
  role: Role | null,
  orgId = bureauOrg,
): Promise<{ readonly person: DirectoryPerson; readonly post: Post | null }> {
  const person = await test.ask(createPerson, { body: { name, orgId } })
  if (role === null) return { person, post: null }
  const body = { personId: person.personId, orgId, role, title: null, from: '2026-01-01' }
  return { person, post: await test.ask(assignPost, { body }) }
}

/** Somebody who asks as a holder of the role. */
export async function asRole(test: TestApp, role: Role, name = `${role}一`) {
  const { person } = await personWith(test, name, role)
  return { ...test.as(person.personId), personId: person.personId }
}
