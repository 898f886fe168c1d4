import type { Title } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { Id, Instant, ItemParams, nullable } from './shapes.ts'

interface EvidenceKindEntry {
  readonly title: Title
  readonly mediaType: string
  /** Endings of file names, without the dot; the first is the usual one. */
  readonly endings: readonly string[]
}

const kind = (zh: string, en: string, mediaType: string, ...endings: string[]): EvidenceKindEntry => ({
  title: { zh, en },
  mediaType,
  endings,
})
const openXml = 'application/vnd.openxmlformats-officedocument'

/** Every kind of file that is kept as evidence; all others are refused. */
export const evidenceKinds = {
  pdf: kind('PDF', 'PDF', 'application/pdf', 'pdf'),
  jpeg: kind('JPEG 照片', 'JPEG photo', 'image/jpeg', 'jpg', 'jpeg'),
  png: kind('PNG 图片', 'PNG image', 'image/png', 'png'),
  webp: kind('WebP 图片', 'WebP image', 'image/webp', 'webp'),
  heic: kind('HEIC 照片', 'HEIC photo', 'image/heic', 'heic', 'heif'),
  docx: kind('Word 文档', 'Word document', `${openXml}.wordprocessingml.document`, 'docx'),
  xlsx: kind('Excel 表格', 'Excel workbook', `${openXml}.spreadsheetml.sheet`, 'xlsx'),
  pptx: kind('PowerPoint 演示', 'PowerPoint slides', `${openXml}.presentationml.presentation`, 'pptx'),
  doc: kind('旧版 Word 文档', 'Old Word document', 'application/msword', 'doc', 'wps'),
  xls: kind('旧版 Excel 表格', 'Old Excel workbook', 'application/vnd.ms-excel', 'xls', 'et'),
  txt: kind('文本', 'Plain text', 'text/plain', 'txt'),
  csv: kind('CSV 表格', 'CSV table', 'text/csv', 'csv'),
  mp4: kind('MP4 视频', 'MP4 video', 'video/mp4', 'mp4'),
} as const satisfies Record<string, EvidenceKindEntry>

export type EvidenceKind = keyof typeof evidenceKinds

/** Kinds that browsers show and that hold no script: the only ones ever sent to be shown instead of kept. */
export const shownKinds = ['jpeg', 'png', 'webp'] as const satisfies readonly EvidenceKind[]
export type ShownKind = (typeof shownKinds)[number]

const kindNames = Object.keys(evidenceKinds) as EvidenceKind[]
const Kind = Type.Unsafe<EvidenceKind>(Type.Union(kindNames.map((name) => Type.Literal(name))))
const Place = Type.String({ maxLength: 200 })
const Note = Type.String({ maxLength: 500 })
const NodeKey = Type.String({ minLength: 1, maxLength: 100 })
const TakenAt = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(\\.\\d{3})?(Z|[+-]\\d{2}:\\d{2})$',
})

/** A file kept for an item, as a whole or for one of its nodes or figures. */
export const EvidenceShape = Type.Object({
  evidenceId: Id,
  itemId: Id,
  nodeKey: nullable(Type.String()),
  factId: nullable(Id),
  /** Of the content; the same file twice has the same one. */
  sha256: Type.String(),
  fileName: Type.String(),
  kind: Kind,
  bytes: Type.Integer(),
  /** As the person who keeps it says; a photo's own data are only offered. */
  takenAt: nullable(Instant),
  place: nullable(Type.String()),
  note: nullable(Type.String()),
  addedBy: Type.String(),
  addedAt: Instant,
  withdrawn: nullable(Type.Object({ at: Instant, by: Type.String(), reason: Type.String() })),
})
export type EvidenceReply = Static<typeof EvidenceShape>

const EvidenceParams = Type.Object({ evidenceId: Id })

export const listEvidence = route({
  name: 'listEvidence',
  needs: 'item.read',
  method: 'GET',
  path: '/api/items/:itemId/evidence',
  summary: 'Files kept for an item, newest first, withdrawn ones included',
  params: ItemParams,
  reply: Type.Object({
    files: Type.Array(EvidenceShape),
    /** Bytes of all of them, and what a file and an item may have. */
    usedBytes: Type.Integer(),
    limits: Type.Object({ fileBytes: Type.Integer(), itemBytes: Type.Integer() }),
  }),
  refusals: ['NOT_FOUND'],
})
export type EvidenceList = Static<typeof listEvidence.reply>

export const addEvidence = route({
  name: 'addEvidence',
  needs: 'evidence.add',
  method: 'POST',
  path: '/api/items/:itemId/evidence',
  summary: 'Keep a file for an item, one of its nodes or one of its figures',
  maxBytes: 20 * 1024 * 1024,
  params: ItemParams,
  query: Type.Object({
    node: Type.Optional(NodeKey),
    fact: Type.Optional(Id),
    /** Given by the sender: the same one again answers the file that is kept. */
    id: Type.Optional(Id),
  }),
  upload: 'file',
  reply: Type.Object({
    evidence: EvidenceShape,
    /** What a photo says of itself: to be confirmed by a person, never taken as true. */
    offered: Type.Object({ takenAt: nullable(Instant), place: nullable(Type.String()) }),
  }),
  refusals: [
    'FORBIDDEN',
    'NOT_FOUND',
    'FILE_UNREADABLE',
    'FILE_KIND_REFUSED',
    'FILE_MISMATCHED',
    'FILE_MACROS',
    'FILE_PROTECTED',
    'FILE_DAMAGED',
    'FILE_BOMB',
    'FILE_TOO_LARGE',
    'EVIDENCE_FULL',
  ],
})
export type AddedEvidence = Static<typeof addEvidence.reply>

export const describeEvidence = route({
  name: 'describeEvidence',
  needs: 'evidence.add',
  method: 'PATCH',
  path: '/api/evidence/:evidenceId',
  summary: 'Say when and where it was taken and what it shows; an absent key stays, a null removes',
  params: EvidenceParams,
  body: Type.Object({
    note: Type.Optional(nullable(Note)),
    takenAt: Type.Optional(nullable(TakenAt)),
    place: Type.Optional(nullable(Place)),
  }),
  reply: Type.Object({ evidence: EvidenceShape }),
  refusals: ['FORBIDDEN', 'NOT_FOUND', 'EVIDENCE_WITHDRAWN'],
})

export const withdrawEvidence = route({
  name: 'withdrawEvidence',
  needs: 'evidence.add',
  method: 'POST',
  path: '/api/evidence/:evidenceId/withdrawal',
  summary: 'Take a file out of use with a reason; it stays readable and marked',
  params: EvidenceParams,
  body: Type.Object({ reason: Type.String({ maxLength: 500 }) }),
  reply: Type.Object({ evidence: EvidenceShape }),
  refusals: ['FORBIDDEN', 'NOT_FOUND', 'REASON_REQUIRED', 'EVIDENCE_WITHDRAWN'],
})

export const getEvidenceFile = route({
  name: 'getEvidenceFile',
  needs: 'item.read',
  method: 'GET',
  path: '/api/evidence/:evidenceId/file',
  summary: 'The file as it was handed in, to be saved: no browser shows it',
  params: EvidenceParams,
  replyFile: 'application/octet-stream',
  refusals: ['NOT_FOUND'],
})

export const getEvidenceImage = route({
  name: 'getEvidenceImage',
  needs: 'item.read',
  method: 'GET',
  path: '/api/evidence/:evidenceId/image',
  summary: 'A JPEG, PNG or WebP image to be shown in the page; other kinds are not found',
  params: EvidenceParams,
  replyFile: 'image/*',
  refusals: ['NOT_FOUND'],
})
