import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { AsOf, asOfSaid, Id, IsoDay, nullable } from './shapes.ts'

const DocumentParams = Type.Object({
  itemId: Id,
  /** Key of one of the documents of the item's list. */
  document: Type.String({ maxLength: 60 }),
})

const ParagraphShape = Type.Array(Type.Object({ face: Type.String(), text: Type.String() }))

/** An official document as it reads, nothing of how it looks. */
const DocumentShape = Type.Object({
  mark: Type.String(),
  number: nullable(Type.String()),
  urgency: nullable(Type.String()),
  title: Type.String(),
  recipient: nullable(Type.String()),
  paragraphs: Type.Array(ParagraphShape),
  attachments: Type.Array(Type.String()),
  signature: Type.String(),
  date: nullable(IsoDay),
  note: nullable(Type.String()),
  copies: Type.Array(Type.String()),
  printed: nullable(Type.Object({ by: Type.String(), on: IsoDay })),
})
export type DocumentReply = Static<typeof DocumentShape>

const query = Type.Object({ asOf: AsOf })

export const getDocument = route({
  name: 'getDocument',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/documents/:document',
  summary: 'An official document of an item as it reads, before it is set',
  params: DocumentParams,
  query,
  reply: Type.Object({ ...asOfSaid, document: DocumentShape }),
  refusals: ['NOT_FOUND', 'GATE_BLOCKED'],
})

export const getDocumentWord = route({
  name: 'getDocumentWord',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/documents/:document/file.docx',
  summary: 'The same as a Word file in the format of GB/T 9704-2012',
  params: DocumentParams,
  query,
  replyFile: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['NOT_FOUND', 'GATE_BLOCKED'],
})

export const getDocumentPdf = route({
  name: 'getDocumentPdf',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/documents/:document/file.pdf',
  summary: 'The same as a PDF file in the format of GB/T 9704-2012',
  params: DocumentParams,
  query,
  replyFile: 'application/pdf',
  refusals: ['NOT_FOUND', 'GATE_BLOCKED', 'FONT_MISSING'],
})
