import type { Field, FieldKind, Playbook } from '@guatu/playbook'
import { unitTitle } from '../show-value.ts'

/** How a spreadsheet should format a column's cells. */
export type CellFormat = 'text' | 'decimal' | 'integer' | 'date'

export interface SheetColumn {
  /** Stands in the locked key row: a field's key, or `itemId`, `revision`, `stage`. */
  readonly key: string
  /** Stands in the label row, with the unit where there is one. */
  readonly label: string
  readonly format: CellFormat
  readonly widthChars: number
  readonly required: boolean
  /** Values to pick from; others are taken where the field is open. */
  readonly choices: readonly string[]
  readonly open: boolean
  readonly hidden: boolean
  /** In sight, and not to be written in. */
  readonly locked?: boolean
}

export interface SheetLayout {
  readonly name: string
  /** Names list, version and layout, in a cell of the key row's first column; a reader tells our own sheets by it. */
  readonly version: string
  /** Rows as the spreadsheet shows them. */
  readonly versionRow: 1
  readonly keyRow: 2
  readonly labelRow: 3
  readonly firstDataRow: 4
  readonly columns: readonly SheetColumn[]
}

interface CellShape {
  readonly format: CellFormat
  readonly widthChars: number
}

const shapes: { readonly [K in FieldKind]: CellShape } = {
  text: { format: 'text', widthChars: 24 },
  longText: { format: 'text', widthChars: 40 },
  integer: { format: 'integer', widthChars: 10 },
  number: { format: 'decimal', widthChars: 12 },
  percent: { format: 'decimal', widthChars: 10 },
  money: { format: 'decimal', widthChars: 14 },
  date: { format: 'date', widthChars: 14 },
  choice: { format: 'text', widthChars: 12 },
  flag: { format: 'text', widthChars: 6 },
  org: { format: 'text', widthChars: 18 },
  orgs: { format: 'text', widthChars: 28 },
  person: { format: 'text', widthChars: 10 },
  area: { format: 'text', widthChars: 14 },
  industry: { format: 'text', widthChars: 22 },
  districtIndustry: { format: 'text', widthChars: 18 },
  uscc: { format: 'text', widthChars: 22 },
  phone: { format: 'text', widthChars: 16 },
}

const LAYOUT = 1

export const sheetVersion = (playbook: Playbook): string => `guatu:${playbook.key}@${playbook.version}/${LAYOUT}`

/** The list and version that a version cell names, or null for a sheet that is not ours. */
export function readSheetVersion(text: string): { readonly playbook: string; readonly version: number } | null {
  const match = /^guatu:([a-z0-9-]+)@(\d+)\/(\d+)$/.exec(text.trim())
  return match && Number(match[3]) === LAYOUT ? { playbook: match[1]!, version: Number(match[2]) } : null
}

/** The layout of templates and exports of a list. `keys` picks fields and their order; all of them when absent. */
export function sheetLayout(playbook: Playbook, keys: readonly string[] = Object.keys(playbook.fields)): SheetLayout {
  const own = { format: 'text', required: false, choices: [], open: false } as const
  const columns = keys.flatMap((key) => {
    const field = playbook.fields[key]
    return field ? fieldColumn(key, field) : []
  })
  return {
    name: playbook.title.zh,
    version: sheetVersion(playbook),
    versionRow: 1,
    keyRow: 2,
    labelRow: 3,
    firstDataRow: 4,
    columns: [
      { ...own, key: 'itemId', label: '系统编号', widthChars: 12, hidden: true },
      { ...own, key: 'revision', label: '版本', format: 'integer', widthChars: 8, hidden: true },
      ...columns,
      {
        ...own,
        key: 'stage',
        label: playbook.stageColumn.title.zh,
        widthChars: 12,
        choices: playbook.stages.map((stage) => stage.title.zh),
        hidden: false,
      },
    ],
  }
}

function fieldColumn(key: string, field: Field): SheetColumn {
  return {
    key,
    label: `${field.title.zh}${unitLabel(field)}`,
    ...shapes[field.kind],
    required: field.required === true,
    choices: field.kind === 'choice' ? Object.values(field.choices).map((choice) => choice.title.zh) : [],
    open: field.kind === 'choice' && field.open === true,
    hidden: false,
  }
}

function unitLabel(field: Field): string {
  if (field.kind === 'money') return `（${field.unit}）`
  if (field.kind === 'percent') return '（%）'
  return field.kind === 'integer' || field.kind === 'number' ? `（${unitTitle(field.unit).zh}）` : ''
}
