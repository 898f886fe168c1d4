import { search } from '@guatu/contract'
import type { Field } from '@guatu/playbook'
import { type ComponentProps, useDeferredValue } from 'react'
import { useRoute } from '../../api/query.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { ask } from './act.ts'

interface SearchedRowProps extends ComponentProps<typeof FieldRow> {
  readonly searches: 'item'
}

/** A row whose choices are what the server finds for the words typed so far. */
export function SearchedRow({ searches, ...row }: SearchedRowProps) {
  const { field, entry } = row
  const q = useDeferredValue(entry.picked === undefined ? entry.text.trim() : '')
  const found = useRoute(search, { query: { q } }, { enabled: q !== '', keepLast: true })
  const hits = q === '' ? [] : (found.data?.hits ?? []).filter(({ kind }) => kind === searches)
  const choices = Object.fromEntries(
    // What was typed in pinyin matches too: the server has found it already.
    hits.map(({ id, title }) => [id, { title: { zh: title, en: title }, words: [q] }]),
  )
  const searched: Field = { ...ask.choice(field.title, {}), choices, required: field.required === true } as Field
  return <FieldRow {...row} field={searched} />
}
