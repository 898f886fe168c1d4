import { type LampReason, lampFaces, lampLevels, type Title } from '@guatu/kernel'
import { type Field, type FieldKind, kernelColumns, type Playbook } from '@guatu/playbook'
import { type FieldContext, optionsOf, type PickOption } from '../../../forms/context.ts'
import { ledgerTexts } from '../texts.ts'

export type KernelColumn = (typeof kernelColumns)[number]

/** How a column is filtered: by picking, by bounds, by words. */
export type FilterSort = 'pick' | 'money' | 'figure' | 'date' | 'words'

export interface LedgerColumn {
  /** Field key, or one of the kernel's own columns. */
  readonly key: string
  readonly title: Title
  /** Null for what the system computes: it cannot be typed into. */
  readonly field: Field | null
  readonly filter: FilterSort
  readonly end: boolean
  readonly widthPx: number
}

const filterSorts: { readonly [K in FieldKind]: FilterSort } = {
  text: 'words',
  longText: 'words',
  integer: 'figure',
  number: 'figure',
  percent: 'figure',
  money: 'money',
  date: 'date',
  choice: 'pick',
  flag: 'pick',
  org: 'pick',
  person: 'pick',
  area: 'pick',
  industry: 'pick',
  districtIndustry: 'pick',
  uscc: 'words',
  phone: 'words',
}

const widths: { readonly [K in FieldKind]: number } = {
  text: 160,
  longText: 240,
  integer: 88,
  number: 96,
  percent: 88,
  money: 120,
  date: 116,
  choice: 104,
  flag: 72,
  org: 136,
  person: 88,
  area: 112,
  industry: 160,
  districtIndustry: 136,
  uscc: 176,
  phone: 128,
}

const ends: ReadonlySet<FieldKind> = new Set(['integer', 'number', 'percent', 'money'])

const kernelShapes: { readonly [K in KernelColumn]: Omit<LedgerColumn, 'key' | 'field'> } = {
  stage: { title: ledgerTexts.stage, filter: 'pick', end: false, widthPx: 104 },
  lamp: { title: ledgerTexts.lamp, filter: 'pick', end: false, widthPx: 84 },
  deadline: { title: ledgerTexts.deadline, filter: 'date', end: false, widthPx: 116 },
  behindPoints: { title: ledgerTexts.behindPoints, filter: 'figure', end: true, widthPx: 104 },
}

/** Every column that a list can show, its first ones first: the playbook's choice, then the rest of its fields. */
export function ledgerColumns(playbook: Playbook): readonly LedgerColumn[] {
  const keys = new Set([...playbook.columns, ...kernelColumns, ...Object.keys(playbook.fields)])
  return [...keys].flatMap((key): readonly LedgerColumn[] => {
    const field = playbook.fields[key]
    const kernel = kernelColumns.find((own) => own === key)
    if (kernel) return [{ key, field: null, ...kernelShapes[kernel] }]
    if (!field) return []
    const title = playbook.roles.title === key
    const widthPx = title ? 280 : widths[field.kind]
    return [{ key, field, title: field.title, filter: filterSorts[field.kind], end: ends.has(field.kind), widthPx }]
  })
}

/** A selection can also ask for these; they are no columns. */
const gapTitles: Readonly<Record<string, Title>> = {
  noLeadOrg: { zh: '缺责任单位', en: 'No lead unit' },
  noDeadline: { zh: '缺竣工时间', en: 'No finish date' },
  noAnnualPlan: { zh: '缺年度计划', en: 'No annual plan' },
  noOwner: { zh: '缺责任人', en: 'No owner' },
}

const option = (value: string, { zh, en }: Title, language: keyof Title): PickOption => ({
  value,
  title: language === 'zh' ? zh : en,
  words: [zh, en],
})

/** What the kernel's own keys of a filter choose from. */
export function kernelOptions(key: string, playbook: Playbook, { language }: FieldContext): readonly PickOption[] {
  if (key === 'lamp') return lampLevels.map((level) => option(level, lampFaces[level].title, language))
  if (key === 'stage') return playbook.stages.map((stage) => option(stage.key, stage.title, language))
  if (key === 'rule') return playbook.lamps.rules.map((rule) => option(rule.key, rule.title, language))
  if (key === 'gap') return Object.entries(gapTitles).map(([value, title]) => option(value, title, language))
  return []
}

export const columnOptions = (
  column: LedgerColumn,
  playbook: Playbook,
  context: FieldContext,
): readonly PickOption[] =>
  column.field ? optionsOf(column.field, context) : kernelOptions(column.key, playbook, context)

/** Keys of a filter that are no column of their own: roles by the kernel's name, lamp rules and gaps. */
export function filterColumn(key: string, columns: readonly LedgerColumn[], playbook: Playbook): LedgerColumn | null {
  const own = columns.find((column) => column.key === key)
  if (own) return own
  const role = playbook.roles[key as keyof typeof playbook.roles]
  const byRole = role ? columns.find((column) => column.key === role) : undefined
  if (byRole) return { ...byRole, key }
  const shape = { key, field: null, filter: 'pick', end: false, widthPx: 0 } as const
  if (key === 'rule') return { ...shape, title: ledgerTexts.rule }
  if (key === 'gap') return { ...shape, title: ledgerTexts.gap }
  return null
}

/** The sentences of lit lamps, in one text for a line or a tooltip. */
export const reasonText = (reasons: readonly LampReason[], language: keyof Title): string =>
  reasons.map(({ level, text }) => `${lampFaces[level].glyph} ${text[language]}`).join('\n')
