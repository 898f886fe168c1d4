import { enterDemonstration, listDemonstrationPersons } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { enterAs, listTypicalPersons } from '../../sign-in/demonstration.ts'

export const listDemonstrationPersonsFeature = feature(listDemonstrationPersons, async (deps, { visit }) => {
  const persons = await listTypicalPersons(deps, visit)
  return persons.kind === 'refused' ? persons : done({ persons: persons.value })
})

export const enterDemonstrationFeature = feature(
  enterDemonstration,
  async (deps, { body, visit }) => await enterAs(deps, visit, body.personId),
)
