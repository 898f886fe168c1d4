import { commitImport } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { commitSession } from './commit-session.ts'
import { findSession } from './desk.ts'
import { stateReply } from './session.ts'

export const commitImportFeature = feature(commitImport, async (deps, { params, body }) => {
  const found = findSession(deps, params.importId)
  if (found.kind === 'refused') return found
  const committed = await commitSession(deps, found.value, body)
  return committed.kind === 'refused' ? committed : done(stateReply(committed.value))
})
