import { startImport } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { openSession } from './desk.ts'
import { stateReply } from './session.ts'

export const startImportFeature = feature(startImport, async (deps, { query, upload }) => {
  const playbook = query.playbook === undefined ? done(undefined) : findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const wish = query.sheet === undefined ? {} : { sheet: query.sheet }
  const session = await openSession(deps, playbook.value, upload, wish)
  return session.kind === 'refused' ? session : done(stateReply(session.value))
})
