import type { Dictionaries, Playbook } from '@guatu/playbook'
import { change } from './change.ts'
import { consequence } from './consequence.ts'
import { decision } from './decision.ts'
import { areas } from './dictionaries/areas.ts'
import { districtIndustries } from './dictionaries/district-industries.ts'
import { industries } from './dictionaries/industries.ts'
import { majorProject } from './major-project.ts'
import { order } from './order.ts'
import { pledge } from './pledge.ts'
import { problem } from './problem.ts'
import { team } from './team.ts'
import { visit } from './visit.ts'

/** Every list that the product knows. A further one is a file here and a line below. */
export const playbooks: readonly Playbook[] = [
  majorProject,
  problem,
  order,
  visit,
  decision,
  change,
  team,
  consequence,
  pledge,
]

/** The code lists as shipped; a district edits its own copy of the editable ones. */
export const dictionaries: Required<Dictionaries> = {
  area: areas,
  industry: industries,
  districtIndustry: districtIndustries,
}
