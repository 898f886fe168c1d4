import { cancelImport } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { closeSession, findSession } from './desk.ts'

/** What is being written goes on: it is one transaction, and its undo is a click. */
export const cancelImportFeature = feature(cancelImport, async (deps, { params }) => {
  const found = findSession(deps, params.importId)
  if (found.kind === 'refused') return found
  if (found.value.phase === 'writing') return done({ cancelled: false })
  await closeSession(deps, params.importId)
  return done({ cancelled: true })
})
