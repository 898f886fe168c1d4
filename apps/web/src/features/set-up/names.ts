export const administratorRoles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const

export type AdministratorRole = (typeof administratorRoles)[number]
export type Names = Readonly<Record<AdministratorRole, string>>

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '')

/** Roles whose name is another's already: three different persons are needed. The first of a name stands. */
export const namesakes = (names: Names): readonly AdministratorRole[] =>
  administratorRoles.filter((role, index) =>
    administratorRoles
      .slice(0, index)
      .some((earlier) => plain(names[role]) !== '' && plain(names[earlier]) === plain(names[role])),
  )
