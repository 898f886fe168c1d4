/** Who is signed in, as this device keeps things apart; the operator of the machine is nobody's person. */
export type Owner = string

export const ownerOf = (personId: string | null | undefined): Owner => personId ?? 'operator'
