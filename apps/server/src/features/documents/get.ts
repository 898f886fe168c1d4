import { getDocument, getDocumentPdf, getDocumentWord } from '@guatu/contract'
import { done, type Outcome, refused } from '@guatu/kernel'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { playbookOf } from '../../http/shelf.ts'
import type { OfficialDocument } from '../../official-document/document.ts'
import { findFaces } from '../../official-document/fonts.ts'
import { pdfOf } from '../../official-document/pdf.ts'
import { wordOf } from '../../official-document/word.ts'
import { editionOf } from '../../store/items/list-context.ts'
import { findItem } from '../../store/items/read.ts'
import { type AsOfSaid, readAsOf } from '../../store/past/as-of.ts'
import { composeDocument } from './compose.ts'

interface Wanted {
  readonly params: { readonly itemId: string; readonly document: string }
  readonly query: { readonly asOf?: string }
}

interface Composed {
  readonly document: OfficialDocument
  readonly said: AsOfSaid
}

async function composed(deps: Deps, { params, query }: Wanted): Promise<Outcome<Composed>> {
  return await readAsOf(deps, query.asOf, async ({ tx, said }) => {
    const row = await findItem(tx, params.itemId)
    if (!row) return refused(refusal('NOT_FOUND'))
    const { playbook } = await editionOf(tx, playbookOf(deps, row.playbookKey), row.playbookVersion, row.planRevision)
    const { dictionaries } = deps.shelf
    const outcome = await composeDocument(tx, { playbook, dictionaries }, row, params.document)
    return outcome.kind === 'refused' ? outcome : done({ document: outcome.value, said })
  })
}

const fileName = ({ number, title }: OfficialDocument, ending: string) =>
  `${[number, title].filter(Boolean).join(' ')}.${ending}`.replaceAll(/[\\/:*?"<>|]/g, '_')

export const getDocumentFeature = feature(getDocument, async (deps, wanted) => {
  const outcome = await composed(deps, wanted)
  if (outcome.kind === 'refused') return outcome
  const { document, said } = outcome.value
  const { paragraphs, attachments, copies } = document
  const whole = { paragraphs: paragraphs.map((spans) => spans.map((span) => ({ ...span }))) }
  return done({ ...said, document: { ...document, ...whole, attachments: [...attachments], copies: [...copies] } })
})

export const getDocumentWordFeature = feature(getDocumentWord, async (deps, wanted) => {
  const outcome = await composed(deps, wanted)
  if (outcome.kind === 'refused') return outcome
  const { document } = outcome.value
  return done({ fileName: fileName(document, 'docx'), content: await wordOf(document) })
})

export const getDocumentPdfFeature = feature(getDocumentPdf, async (deps, wanted) => {
  const outcome = await composed(deps, wanted)
  if (outcome.kind === 'refused') return outcome
  const faces = findFaces(deps.fontFolder)
  if (faces.kind === 'refused') return faces
  const { document } = outcome.value
  const content = await pdfOf(document, faces.value)
  return content.kind === 'refused' ? content : done({ fileName: fileName(document, 'pdf'), content: content.value })
})
