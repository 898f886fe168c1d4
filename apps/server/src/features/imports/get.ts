import { getImport } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { findSession } from './desk.ts'
import { stateReply } from './session.ts'

export const getImportFeature = feature(getImport, async (deps, { params }) => {
  const session = findSession(deps, params.importId)
  return session.kind === 'refused' ? session : done(stateReply(session.value))
})
