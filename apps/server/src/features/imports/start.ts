import { startImport } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { openSession } from './desk.ts'
import { stateReply } from './session.ts'

export const startImportFeature = feature(startImport, async (deps, { query, upload }) => {
  const playbook = findPlaybook(deps, query.playbook)
  if (playbook.kind === 'refused') return playbook
  const session = await openSession(
    deps,
    playbook.value,
    upload,
    query.sheet === undefined ? {} : { sheet: query.sheet },
  )
  return session.kind === 'refused' ? session : done(stateReply(session.value))
})
