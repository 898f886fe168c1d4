import type { Title } from '@guatu/kernel'
import { type FieldKind, kernelColumns, type Playbook } from '@guatu/playbook'

export type ColumnFilter = 'words' | 'pick' | 'money' | 'figure' | 'date'
export type ColumnFormat = FieldKind | (typeof kernelColumns)[number]

export interface Column {
  /** A field's key, or one of the kernel's own columns. */
  readonly key: string
  readonly title: Title
  readonly format: ColumnFormat
  readonly align: 'start' | 'end'
  /** As narrow as its values stay whole; a long text takes what room is left. */
  readonly widthPx: number
  readonly sortable: boolean
  readonly filter: ColumnFilter
  /** Shown until somebody chooses columns. */
  readonly initial: boolean
  /** Its cells hold masks: nothing is sorted, filtered or typed there. */
  readonly masked: boolean
}

type ColumnShape = Pick<Column, 'align' | 'widthPx' | 'sortable' | 'filter'>

const shape = (filter: ColumnFilter, widthPx: number, sortable = true): ColumnShape => ({
  align: filter === 'money' || filter === 'figure' ? 'end' : 'start',
  widthPx,
  sortable,
  filter,
})

const shapes: { readonly [K in FieldKind]: ColumnShape } = {
  text: shape('words', 160),
  longText: shape('words', 92, false),
  integer: shape('figure', 88),
  number: shape('figure', 96),
  percent: shape('figure', 88),
  money: shape('money', 100),
  date: shape('date', 134),
  choice: shape('pick', 96),
  flag: shape('pick', 72),
  org: shape('pick', 112),
  orgs: shape('pick', 160, false),
  person: shape('pick', 88),
  area: shape('pick', 96),
  industry: shape('pick', 160),
  districtIndustry: shape('pick', 136),
  uscc: shape('words', 176),
  phone: shape('words', 128, false),
}

type KernelColumn = (typeof kernelColumns)[number]

const kernelShapes: { readonly [K in KernelColumn]: ColumnShape & { readonly title: Title } } = {
  stage: { title: { zh: '阶段', en: 'Stage' }, ...shape('pick', 72) },
  lamp: { title: { zh: '亮灯', en: 'Lamp' }, ...shape('pick', 84) },
  deadline: { title: { zh: '期限', en: 'Deadline' }, ...shape('date', 134) },
  behindPoints: { title: { zh: '落后序时', en: 'Behind' }, ...shape('figure', 74) },
  maturity: { title: { zh: '成熟度', en: 'Maturity' }, ...shape('figure', 74) },
}

/** Whether items of the list ever have a value there. */
function isKnown(column: KernelColumn, { roles, maturity }: Playbook): boolean {
  if (column === 'behindPoints') return roles.annualPlan !== undefined
  if (column === 'maturity') return maturity !== undefined
  return true
}

/** Every column that a list can show: its first ones in the playbook's order, then its other fields. */
export function columnsOf(playbook: Playbook): readonly Column[] {
  const own = kernelColumns.filter((column) => isKnown(column, playbook))
  const keys = new Set([...playbook.columns, ...own, ...Object.keys(playbook.fields)])
  return [...keys].map((key) => {
    const initial = playbook.columns.includes(key)
    const kernel = own.find((column) => column === key)
    if (kernel) return { key, format: kernel, initial, masked: false, ...kernelShapes[kernel] }
    const field = playbook.fields[key]!
    const wide = playbook.roles.title === key ? { widthPx: 190 } : {}
    const masked = field.secret !== undefined
    const shape = masked ? { ...shapes[field.kind], sortable: false } : shapes[field.kind]
    return { key, title: field.title, format: field.kind, initial, masked, ...shape, ...wide }
  })
}
