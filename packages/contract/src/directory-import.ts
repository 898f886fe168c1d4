import { type Static, Type } from 'typebox'
import { CellProblem, fileRefusals } from './imports.ts'
import { route } from './route.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a directory file would change, told before anything is written. Rows and columns as the spreadsheet shows them. */
export const DirectoryDifference = Type.Object({
  fileName: Type.String(),
  sheet: Type.String(),
  headerRows: Type.Array(Type.Integer()),
  columns: Type.Array(Type.Object({ column: Type.String(), header: Type.String(), field: Type.String() })),
  rows: Type.Integer(),
  skipped: Type.Array(Type.Object({ row: Type.Integer(), reason: Type.String(), text: Type.String() })),
  errors: Type.Array(CellProblem),
  warnings: Type.Array(CellProblem),
  changes: Type.Array(
    Type.Object({
      row: Type.Integer(),
      kind: Type.Union([
        Type.Literal('unitCreated'),
        Type.Literal('unitChanged'),
        Type.Literal('personCreated'),
        Type.Literal('personChanged'),
        Type.Literal('postAssigned'),
        Type.Literal('postChanged'),
      ]),
      name: Type.String(),
      /** Empty where everything is new. */
      cells: Type.Array(Type.Object({ label: Type.String(), before: Type.String(), after: Type.String() })),
    }),
  ),
  unchanged: Type.Integer(),
  /** Posts of the file that the reader may not assign, and units and persons that he may not add. */
  leftOut: Type.Object({ posts: Type.Integer(), directory: Type.Integer() }),
  /** Stands for what is shown: a commit writes this and nothing else. */
  digest: Type.String(),
})
export type DirectoryDifference = Static<typeof DirectoryDifference>

/** Whoever may keep the directory or the posts: each writes his own part of one file. */
export const checkDirectoryFile = route({
  name: 'checkDirectoryFile',
  needs: 'directory.read',
  method: 'POST',
  path: '/api/directory/imports/check',
  summary: 'Read a sheet of units, persons and posts and show what it would change; nothing is written',
  upload: 'file',
  reply: DirectoryDifference,
  refusals: ['FORBIDDEN', ...fileRefusals],
})
export const importDirectoryFile = route({
  name: 'importDirectoryFile',
  needs: 'directory.read',
  method: 'POST',
  path: '/api/directory/imports',
  summary: 'Write a sheet of units, persons and posts in one transaction, as it was shown',
  query: Type.Object({ digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  upload: 'file',
  reply: DirectoryDifference,
  refusals: ['FORBIDDEN', 'IMPORT_HAS_ERRORS', 'IMPORT_CHANGED', ...fileRefusals],
})
export const getDirectoryTemplate = route({
  name: 'getDirectoryTemplate',
  needs: 'directory.read',
  method: 'GET',
  path: '/api/directory/template.xlsx',
  summary: 'An empty sheet of units, persons and posts to fill in',
  replyFile: workbook,
  refusals: [],
})
export const exportDirectory = route({
  name: 'exportDirectory',
  needs: 'directory.read',
  method: 'GET',
  path: '/api/directory/export.xlsx',
  summary: 'Units, persons and posts in force as a workbook that can be imported again',
  replyFile: workbook,
  refusals: [],
})
