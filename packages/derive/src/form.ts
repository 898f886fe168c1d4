import type { Title } from '@guatu/kernel'
import { type Field, type FieldKind, gateStatuses, isEmpty, type Playbook } from '@guatu/playbook'

/** The inputs that a form is built from. */
export type FormInput =
  | 'line'
  | 'paragraph'
  | 'number'
  | 'money'
  | 'date'
  | 'choice'
  | 'switch'
  | 'org'
  | 'orgs'
  | 'person'
  | 'code'

const inputs: { readonly [K in FieldKind]: FormInput } = {
  text: 'line',
  longText: 'paragraph',
  integer: 'number',
  number: 'number',
  percent: 'number',
  money: 'money',
  date: 'date',
  choice: 'choice',
  flag: 'switch',
  org: 'org',
  orgs: 'orgs',
  person: 'person',
  area: 'code',
  industry: 'code',
  districtIndustry: 'code',
  uscc: 'line',
  phone: 'line',
}

export interface FormField {
  readonly key: string
  readonly title: Title
  readonly input: FormInput
  readonly hint: Title | null
  /** `now`: always. `next`: a move on from the item's stage still waits for it. */
  readonly required: 'now' | 'next' | null
  /** Written by reporting a fact, not by overwriting. */
  readonly metric: string | null
}

export interface FormGroup {
  readonly key: string
  readonly title: Title
  readonly fields: readonly FormField[]
}

export interface FormItem {
  readonly stage: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** The form of an item where it stands: groups in the playbook's order, and what is required now or next. */
export function formOf(playbook: Playbook, item: FormItem): readonly FormGroup[] {
  const next = neededNext(playbook, item)
  return Object.entries(playbook.groups).map(([key, title]) => ({
    key,
    title,
    fields: Object.entries(playbook.fields)
      .filter(([, field]) => field.group === key)
      .map(([name, field]) => formField(name, field, next.has(name))),
  }))
}

const formField = (key: string, field: Field, next: boolean): FormField => ({
  key,
  title: field.title,
  input: inputs[field.kind],
  hint: field.hint ?? null,
  required: field.required ? 'now' : next ? 'next' : null,
  metric: field.metric ?? null,
})

function neededNext(playbook: Playbook, { stage, fields }: FormItem): ReadonlySet<string> {
  const statuses = gateStatuses({ playbook, item: { stage, fields }, nodes: [], facts: [] })
  const needs = statuses.flatMap((status) => status.missing.map((missing) => missing.requirement))
  return new Set(needs.flatMap((need) => (need.kind === 'field' && isEmpty(fields[need.field]) ? need.field : [])))
}
