import type { Title } from '@guatu/kernel'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { Id, Instant, nullable, TitleShape } from './shapes.ts'

const ImportParams = Type.Object({ importId: Id })
export const CellProblem = Type.Object({
  row: Type.Integer(),
  column: nullable(Type.String()),
  value: nullable(Type.String()),
  message: Type.String(),
  accepted: Type.Optional(Type.Array(Type.String())),
})

/** The report of a dry run: the same on the command line and in the browser. Rows and columns as the spreadsheet shows them. */
export const LedgerReport = Type.Object({
  sheet: Type.String(),
  headerRows: Type.Array(Type.Integer()),
  columns: Type.Array(
    Type.Object({
      column: Type.String(),
      header: Type.String(),
      field: nullable(Type.String()),
      unit: Type.Optional(nullable(Type.String())),
      confidence: Type.Number({ minimum: 0, maximum: 1 }),
      /** Up to three cells as written, for the eye that checks the mapping. */
      samples: Type.Optional(Type.Array(Type.String())),
    }),
  ),
  rows: Type.Integer(),
  importable: Type.Integer(),
  /** `reason` is a word of `skipTitles`; `text` is what the row says. */
  skipped: Type.Array(Type.Object({ row: Type.Integer(), reason: Type.String(), text: Type.Optional(Type.String()) })),
  errors: Type.Array(CellProblem),
  warnings: Type.Array(CellProblem),
  duplicates: Type.Array(Type.Object({ row: Type.Integer(), of: Type.Union([Type.Integer(), Type.String()]) })),
  items: Type.Array(
    Type.Object({ row: Type.Integer(), title: Type.String(), fields: Type.Record(Type.String(), Type.Unknown()) }),
  ),
})
export type LedgerReport = Static<typeof LedgerReport>

/** Why a row of a ledger is no item. */
export const skipTitles: Readonly<Record<string, Title>> = {
  blank: { zh: '空行', en: 'blank row' },
  section: { zh: '分类行', en: 'section' },
  subtotal: { zh: '小计', en: 'subtotal' },
  total: { zh: '合计', en: 'total' },
  footnote: { zh: '附注', en: 'footnote' },
  header: { zh: '重复的表头', en: 'repeated header' },
  columnNumbers: { zh: '列号行', en: 'column numbers' },
  title: { zh: '重复的标题', en: 'repeated title' },
  example: { zh: '示例', en: 'example' },
  instruction: { zh: '填表说明', en: 'instruction' },
  continuation: { zh: '上一项目的续行', en: 'continuation of the item above' },
}

/** Column letter -> field key, or null for a column that is left out. */
export const ColumnMapping = Type.Record(Type.String({ pattern: '^[A-Z]{1,3}$' }), nullable(Type.String()))
export type ColumnMapping = Static<typeof ColumnMapping>

const Progress = Type.Object({
  phase: Type.Union([
    Type.Literal('reading'),
    Type.Literal('checking'),
    Type.Literal('comparing'),
    Type.Literal('ready'),
    Type.Literal('writing'),
    Type.Literal('done'),
    Type.Literal('refused'),
    Type.Literal('cancelled'),
  ]),
  /** 0 to 1 within the phase. */
  fraction: Type.Number(),
  secondsLeft: nullable(Type.Number()),
})
export const ImportState = Type.Object({
  importId: Id,
  playbook: Type.String(),
  fileName: Type.String(),
  sha256: Type.String(),
  fileBytes: Type.Integer(),
  createdAt: Instant,
  sheets: Type.Array(Type.Object({ name: Type.String(), rows: Type.Integer(), hidden: Type.Boolean() })),
  sheet: nullable(Type.String()),
  /** The mapping came from an earlier file of the same shape. */
  mappingRemembered: Type.Boolean(),
  progress: Progress,
  refusal: nullable(Type.Object({ code: Type.String(), message: TitleShape })),
  counts: nullable(
    Type.Object({
      rows: Type.Integer(),
      importable: Type.Integer(),
      errors: Type.Integer(),
      warnings: Type.Integer(),
      duplicates: Type.Integer(),
      created: Type.Integer(),
      changed: Type.Integer(),
      unchanged: Type.Integer(),
      unlistedOrgs: Type.Array(Type.String()),
    }),
  ),
})
export type ImportState = Static<typeof ImportState>

export const fileRefusals = [
  'FILE_UNREADABLE',
  'FILE_NOT_SPREADSHEET',
  'FILE_OLD_EXCEL',
  'FILE_PROTECTED',
  'FILE_DAMAGED',
  'FILE_BOMB',
  'FILE_ENTITIES',
  'FILE_TOO_LARGE',
  'HEADER_NOT_FOUND',
  'SHEET_UNKNOWN',
] as const

export const startImport = route({
  name: 'startImport',
  needs: 'import.run',
  method: 'POST',
  path: '/api/imports',
  summary: 'Hand in a ledger; reading goes on in the background',
  /** Without a list the headers tell which one the file is a ledger of. */
  query: Type.Object({ playbook: Type.Optional(Type.String()), sheet: Type.Optional(Type.String()) }),
  upload: 'file',
  reply: ImportState,
  refusals: ['PLAYBOOK_UNKNOWN', ...fileRefusals],
})
export const getImport = route({
  name: 'getImport',
  needs: 'import.run',
  method: 'GET',
  path: '/api/imports/:importId',
  summary: 'State and progress of an import',
  params: ImportParams,
  reply: ImportState,
  refusals: ['NOT_FOUND'],
})
export const getImportReport = route({
  name: 'getImportReport',
  needs: 'import.run',
  method: 'GET',
  path: '/api/imports/:importId/report',
  summary: 'The dry run’s report; items are a page of at most 500',
  params: ImportParams,
  query: Type.Object({
    offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 0, maximum: 500, default: 100 })),
  }),
  reply: LedgerReport,
  refusals: ['NOT_FOUND', ...fileRefusals],
})
export const mapImport = route({
  name: 'mapImport',
  needs: 'import.run',
  method: 'PUT',
  path: '/api/imports/:importId/mapping',
  summary: 'Correct the list, the sheet or the mapping of columns; remembered for the next file of this shape',
  params: ImportParams,
  body: Type.Object({
    playbook: Type.Optional(Type.String()),
    sheet: Type.Optional(Type.String()),
    mapping: Type.Optional(ColumnMapping),
  }),
  reply: ImportState,
  refusals: ['NOT_FOUND', 'IMPORT_CLOSED', 'PLAYBOOK_UNKNOWN', 'MAPPING_INVALID', ...fileRefusals],
})

export const ImportDifference = Type.Object({
  itemId: Id,
  row: Type.Integer(),
  title: Type.String(),
  cells: Type.Array(
    Type.Object({
      field: Type.String(),
      before: Type.Unknown(),
      after: Type.Unknown(),
      beforeText: Type.String(),
      afterText: Type.String(),
    }),
  ),
})
export type ImportDifference = Static<typeof ImportDifference>
export const getImportDifferences = route({
  name: 'getImportDifferences',
  needs: 'import.run',
  method: 'GET',
  path: '/api/imports/:importId/differences',
  summary: 'Cell by cell what the file would change in items that are stored already',
  params: ImportParams,
  query: Type.Object({
    offset: Type.Optional(Type.Integer({ minimum: 0, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
  }),
  reply: Type.Object({
    total: Type.Integer(),
    unchanged: Type.Integer(),
    created: Type.Integer(),
    differences: Type.Array(ImportDifference),
  }),
  refusals: ['NOT_FOUND'],
})
export const commitImport = route({
  name: 'commitImport',
  needs: 'import.run',
  method: 'POST',
  path: '/api/imports/:importId/commit',
  summary: 'Write the ledger in one transaction',
  maxBytes: 16 * 1024 * 1024,
  params: ImportParams,
  body: Type.Object({
    /** `all`: nothing is written while one row has an error. `valid`: rows with errors stay out. */
    rows: Type.Union([Type.Literal('all'), Type.Literal('valid')]),
    /** Cells that keep their stored value: `<itemId>/<field>`; `changes: 'none'` keeps all of them. */
    changes: Type.Union([Type.Literal('all'), Type.Literal('none')]),
    keep: Type.Optional(Type.Array(Type.String(), { maxItems: 100000 })),
    /** Rows left out by hand, such as duplicates within the file. */
    leaveOut: Type.Optional(Type.Array(Type.Integer(), { maxItems: 100000 })),
  }),
  reply: ImportState,
  refusals: ['NOT_FOUND', 'IMPORT_HAS_ERRORS', 'IMPORT_CLOSED', 'IMPORT_CHANGED', 'CHANGE_NEEDED', 'REASON_REQUIRED'],
})
export const cancelImport = route({
  name: 'cancelImport',
  needs: 'import.run',
  method: 'DELETE',
  path: '/api/imports/:importId',
  summary: 'Stop an import; what it has not committed is dropped',
  params: ImportParams,
  reply: Type.Object({ cancelled: Type.Boolean() }),
  refusals: ['NOT_FOUND'],
})
export const undoImport = route({
  name: 'undoImport',
  needs: 'import.run',
  method: 'POST',
  path: '/api/imports/:importId/undo',
  summary: 'Take a committed import back while nobody has changed its items since; needs a reason',
  params: ImportParams,
  body: Type.Object({ reason: Type.Optional(Type.String({ maxLength: 500 })) }),
  reply: Type.Object({ removed: Type.Integer(), restored: Type.Integer() }),
  refusals: ['NOT_FOUND', 'IMPORT_CHANGED', 'IMPORT_CLOSED', 'REASON_REQUIRED'],
})
export const getImportErrorsFile = route({
  name: 'getImportErrorsFile',
  needs: 'import.run',
  method: 'GET',
  path: '/api/imports/:importId/errors.xlsx',
  summary: 'The ledger with its bad cells marked',
  params: ImportParams,
  replyFile: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refusals: ['NOT_FOUND'],
})
