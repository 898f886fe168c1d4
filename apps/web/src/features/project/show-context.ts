import type { ShowContext } from '@guatu/derive'
import type { FieldContext } from '../../forms/context.ts'

/** What showing values needs, from what the inputs know: the same names in the page and in its form. */
export function showContext({ language, today, dictionaries, orgs, persons }: FieldContext): ShowContext {
  const names = {
    org: new Map(orgs.map(({ orgId, shortName, name }) => [orgId, shortName ?? name])),
    person: new Map(persons.map(({ personId, name }) => [personId, name])),
  }
  return { language, today, dictionaries, nameOf: (kind, id) => names[kind].get(id) ?? null }
}
