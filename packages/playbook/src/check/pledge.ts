import type { FieldKind } from '../field.ts'
import { type Check, type Mistake, unknown } from './mistake.ts'

const fieldKinds: Readonly<Record<'kind' | 'amount' | 'number' | 'due', FieldKind>> = {
  kind: 'choice',
  amount: 'money',
  number: 'number',
  due: 'date',
}

/** What a list of pledges says of its fields is so: they exist, are of their kinds, and every kind of pledge is a choice. */
export const checkPledge: Check = ({ pledge, fields, linkKinds = {} }) => {
  if (!pledge) return []
  const mistakes: Mistake[] = unknown('pledge/link', 'link kind', pledge.link, Object.keys(linkKinds))
  for (const [part, kind] of Object.entries(fieldKinds) as [keyof typeof fieldKinds, FieldKind][]) {
    const path = `pledge/${part}`
    const field = fields[pledge[part]]
    mistakes.push(...unknown(path, 'field', pledge[part], Object.keys(fields)))
    if (field && field.kind !== kind) mistakes.push({ path, message: `is a ${field.kind}, not a ${kind}` })
  }
  const choice = fields[pledge.kind]
  const choices = choice?.kind === 'choice' ? Object.keys(choice.choices) : []
  for (const key of Object.keys(pledge.kinds)) mistakes.push(...unknown(`pledge/kinds/${key}`, 'choice', key, choices))
  return mistakes
}
