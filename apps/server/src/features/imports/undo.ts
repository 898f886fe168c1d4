import { undoImport } from '@guatu/contract'
import { feature } from '../../http/feature.ts'
import { undoImportOf } from './undo-session.ts'

export const undoImportFeature = feature(
  undoImport,
  async (deps, { params, body }) => await undoImportOf(deps, params.importId, body.reason),
)
