import type { Identify } from '../../http/identify.ts'
import { operatorActor } from '../actor.ts'

/** Who asks, in the tests' own words: the id of a person; absent, the operator. */
export const personHeader = 'x-test-person'

/** Reads who asks from a header; a name is enough, since the rules go by the posts that the database has. */
export const identifyByHeader: Identify = async ({ headers }) => {
  const personId = headers[personHeader]
  return typeof personId === 'string'
    ? { personId, name: `人员${personId.slice(-4)}`, post: null, origin: 'test' }
    : operatorActor
}
