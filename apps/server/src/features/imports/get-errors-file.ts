import { getImportErrorsFile } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { markErrors } from '../../workbook/mark-errors.ts'
import { findSession } from './desk.ts'

export const getImportErrorsFileFeature = feature(getImportErrorsFile, async (deps, { params }) => {
  const found = findSession(deps, params.importId)
  if (found.kind === 'refused') return found
  const { file, path, fileName, fileBytes } = found.value
  if (!file) return refused(refusal('NOT_FOUND'))
  const { sheet, headerRows, errors } = file.report
  const content = await markErrors({ path, fileName, fileBytes, sheet, headerRows, errors })
  return done({ fileName: `${fileName.replace(/\.[^.]+$/, '')}-错误标注.xlsx`, content })
})
