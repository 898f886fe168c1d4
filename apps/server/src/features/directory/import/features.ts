import { checkDirectoryFile, importDirectoryFile } from '@guatu/contract'
import { feature } from '../../../http/feature.ts'
import { checkDirectory, commitDirectory } from './import-directory.ts'
import { uploadBytes } from './read-file.ts'

export const checkDirectoryFileFeature = feature(checkDirectoryFile, async (deps, { upload }) => {
  const bytes = await uploadBytes(upload.stream)
  if (bytes.kind === 'refused') return bytes
  return await checkDirectory(deps, { bytes: bytes.value, fileName: upload.fileName })
})

export const importDirectoryFileFeature = feature(importDirectoryFile, async (deps, { query, upload }) => {
  const bytes = await uploadBytes(upload.stream)
  if (bytes.kind === 'refused') return bytes
  return await commitDirectory(deps, { bytes: bytes.value, fileName: upload.fileName }, query.digest)
})
