import { mapImport } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { findPlaybook } from '../../http/shelf.ts'
import { fileRefusals } from '../../workbook/file-refusal.ts'
import { findSession, readSession } from './desk.ts'
import { stateReply } from './session.ts'

function mappingRefusals(playbook: Playbook, mapping: Readonly<Record<string, string | null>>): Refusal[] {
  const accepted = [...Object.keys(playbook.fields), 'stage']
  const used = Object.values(mapping).filter((field) => field !== null)
  return Object.entries(mapping).flatMap(([column, field]) => {
    if (field === null) return []
    const wrong = !accepted.includes(field) || used.indexOf(field) !== used.lastIndexOf(field)
    return wrong ? [{ ...refusal('MAPPING_INVALID'), path: column, accepted }] : []
  })
}

export const mapImportFeature = feature(mapImport, async (deps, { params, body }) => {
  const found = findSession(deps, params.importId)
  if (found.kind === 'refused') return found
  const session = found.value
  if (['writing', 'done', 'cancelled'].includes(session.phase)) return refused(refusal('IMPORT_CLOSED'))
  const known = (session.file?.sheets ?? []).map((sheet) => sheet.name)
  if (body.sheet !== undefined && known.length > 0 && !known.includes(body.sheet)) {
    return refused(fileRefusals.sheetUnknown(body.sheet, known))
  }
  const list = body.playbook === undefined ? done(session.playbook) : findPlaybook(deps, body.playbook)
  if (list.kind === 'refused') return list
  const wrong = mappingRefusals(list.value, body.mapping ?? {})
  if (wrong.length > 0) return refused(...wrong)
  session.playbook = list.value
  // Columns that are settled, by hand or by heart, are those of one list.
  session.guessed = false
  if (body.sheet !== undefined) session.sheet = body.sheet
  session.mapping = body.mapping ?? (body.sheet === undefined && body.playbook === undefined ? session.mapping : null)
  session.mappingRemembered = false
  session.reading = readSession(deps, session)
  return done(stateReply(session))
})
