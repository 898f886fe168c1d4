import { personRow } from '../store/directory.ts'
import type { NewOrg } from '../store/district.ts'
import type { PersonRow } from '../store/schema.ts'
import type { Random } from './random.ts'
import { givenNames, surnames } from './words.ts'

const postsByKind: Readonly<Record<string, readonly string[]>> = {
  leadership: [
    '区委常委',
    '副区长',
    '副区长',
    '副区长',
    '区人大常委会副主任',
    '区政协副主席',
    '区委常委',
    '副区长',
    '区政府党组成员',
    '区人大常委会副主任',
  ],
  department: ['局长', '副局长', '科长'],
  town: ['镇（街道）党（工）委书记', '镇长（主任）', '项目专员', '项目专员'],
  functionalArea: ['管委会主任', '副主任', '项目专员', '项目专员'],
  platform: ['董事长', '总经理', '工程部经理'],
}

/** Invented people, several in each unit, no two of one name. */
export function inventPeople(
  random: Random,
  districtId: string,
  orgs: readonly (NewOrg & { orgId: string })[],
): PersonRow[] {
  const names = random.shuffled(surnames.flatMap((surname) => givenNames.map((given) => `${surname}${given}`)))
  return orgs.flatMap(({ kind, orgId }) =>
    (postsByKind[kind] ?? []).map((post) => {
      const name = names.pop() as string
      return personRow(districtId, { orgId, name, post, demonstration: true })
    }),
  )
}
