import type { Field } from '@guatu/playbook'
import type { Text } from '../../app/language.ts'
import type { Entry } from '../../forms/entry.ts'

/** One field of an act's form: what is asked, and what stands there at first. */
export interface ActField {
  readonly key: string
  readonly field: Field
  readonly initial?: unknown
  /** What is picked is one of many thousands: found on the server by what is typed. */
  readonly searches?: 'item'
}

/** Something that can be done to an entry: its form and the sending of it. */
export interface Act {
  readonly key: string
  readonly title: Text
  /** What the confirmation names. */
  readonly subject: string
  readonly fields: readonly ActField[]
  /** Values by key; null for what is left empty. */
  readonly send: (values: Readonly<Record<string, unknown>>) => Promise<unknown>
}

export type ActEntries = Readonly<Record<string, Entry>>

const base = { group: 'main' } as const

/** A field of a form that belongs to no list. */
export const ask = {
  text: (title: Text, required = false): Field => ({ ...base, kind: 'text', title, required, maxLength: 100 }),
  org: (title: Text, required = false): Field => ({ ...base, kind: 'org', title, required }),
  person: (title: Text): Field => ({ ...base, kind: 'person', title, required: true }),
  area: (title: Text, required = false): Field => ({ ...base, kind: 'area', title, required }),
  flag: (title: Text): Field => ({ ...base, kind: 'flag', title }),
  phone: (title: Text): Field => ({ ...base, kind: 'phone', title }),
  day: (title: Text, required = true): Field => ({ ...base, kind: 'date', title, end: 'start', required }),
  choice: (title: Text, choices: Readonly<Record<string, Text>>): Field => ({
    ...base,
    kind: 'choice',
    title,
    required: true,
    choices: Object.fromEntries(Object.entries(choices).map(([key, { zh, en }]) => [key, { title: { zh, en } }])),
  }),
}

/** A form speaks of dates with their precision, the directory of days. */
export const dayOf = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'date' in value ? String(value.date) : null

export const dayValue = (day: string | null) => (day === null ? null : { date: day, precision: 'day' as const })
