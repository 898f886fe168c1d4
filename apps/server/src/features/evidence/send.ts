import { type EvidenceKind, getEvidenceFile, getEvidenceImage, type ShownKind, shownKinds } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { type FileReply, feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import type { EvidenceRow } from '../../store/schema.ts'
import { contentStream } from './content.ts'
import { findEvidence } from './rows.ts'

async function readable({ store }: Deps, evidenceId: string): Promise<Outcome<EvidenceRow>> {
  const row = await store.read((tx) => findEvidence(tx, evidenceId))
  return row ? done(row) : refused(refusal('NOT_FOUND'))
}

const fileOf = ({ store }: Deps, { fileName, sha256, bytes }: EvidenceRow) => ({
  fileName,
  bytes,
  content: contentStream(store, sha256, bytes),
})

const imageTypes = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const satisfies Record<
  ShownKind,
  FileReply['shownAs']
>
const isShown = (kind: EvidenceKind): kind is ShownKind => (shownKinds as readonly EvidenceKind[]).includes(kind)

export const getEvidenceFileFeature = feature(getEvidenceFile, async (deps, { params }) => {
  const found = await readable(deps, params.evidenceId)
  return found.kind === 'refused' ? found : done(fileOf(deps, found.value))
})

export const getEvidenceImageFeature = feature(getEvidenceImage, async (deps, { params }) => {
  const found = await readable(deps, params.evidenceId)
  if (found.kind === 'refused') return found
  const { kind } = found.value
  if (!isShown(kind)) return refused(refusal('NOT_FOUND'))
  return done({ ...fileOf(deps, found.value), shownAs: imageTypes[kind] })
})
