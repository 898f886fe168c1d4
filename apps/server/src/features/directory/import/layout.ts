import { roles } from '@guatu/access'
import { unitKinds } from '@guatu/contract'
import type { SheetColumn, SheetLayout } from '@guatu/derive'
import { type DirectoryColumn, directoryColumns } from '@guatu/ledger'

const titles = (record: Readonly<Record<string, { readonly zh: string }>>) => Object.values(record).map(({ zh }) => zh)

const shapes: { readonly [K in DirectoryColumn]: Partial<SheetColumn> } = {
  unit: { widthChars: 24, required: true },
  parent: { widthChars: 18 },
  kind: { widthChars: 14, choices: titles(unitKinds) },
  shortName: { widthChars: 14 },
  person: { widthChars: 10 },
  title: { widthChars: 20 },
  role: { widthChars: 14, choices: titles(roles) },
  phone: { widthChars: 16 },
  email: { widthChars: 24 },
  from: { widthChars: 14, format: 'date' },
  to: { widthChars: 14, format: 'date' },
}

/** Columns of the template and of the export, in their order. */
export const layoutKeys = Object.keys(directoryColumns) as DirectoryColumn[]

/** The sheet that the template offers and the export fills. Its keys say that it is no list of items. */
export const directoryLayout: SheetLayout = {
  name: '单位和人员',
  version: 'guatu:directory@1/1',
  versionRow: 1,
  keyRow: 2,
  labelRow: 3,
  firstDataRow: 4,
  columns: layoutKeys.map((key) => ({
    key: `directory.${key}`,
    label: directoryColumns[key].zh,
    format: 'text',
    widthChars: 14,
    required: false,
    choices: [],
    open: false,
    hidden: false,
    ...shapes[key],
  })),
}
