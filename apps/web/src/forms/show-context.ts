import type { ShowContext } from '@guatu/derive'
import { type FieldContext, orgTitle } from './context.ts'

/** Whoever may not read the directory knows only some of its people by name. */
export const unnamed = { zh: '姓名未公开', en: 'name not shown' }

const contexts = new WeakMap<FieldContext, ShowContext>()

/** What showing a value needs, from what reading one needs. Kept beside it: a screenful of cells asks hundreds of times. */
export function showContext(context: FieldContext): ShowContext {
  const known = contexts.get(context)
  if (known) return known
  const { language, today, orgs, persons, dictionaries } = context
  const names = {
    org: new Map(orgs.map((org) => [org.orgId, orgTitle(org)])),
    person: new Map(persons.map((person) => [person.personId, person.name])),
  }
  const show: ShowContext = {
    language,
    today,
    dictionaries,
    nameOf: (kind, id) => names[kind].get(id) ?? (kind === 'person' ? unnamed[language] : null),
  }
  contexts.set(context, show)
  return show
}
