import type { Invitation } from '@guatu/contract'

export type PasswordRules = Invitation['password']

/** Each rule that can be judged while typing, and whether it is met. Dictionaries and history are the server's. */
export interface PasswordChecks {
  readonly length: boolean
  readonly kinds: boolean
  readonly userName: boolean
}

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u] as const

export function passwordChecks(password: string, userName: string, rules: PasswordRules): PasswordChecks {
  const typed = password.toLowerCase()
  const name = userName.trim().toLowerCase()
  return {
    length: [...password].length >= rules.minLength,
    kinds: kinds.filter((kind) => kind.test(password)).length >= rules.minKinds,
    userName: password !== '' && (name === '' || !typed.includes(name)),
  }
}

export const meetsAll = (checks: PasswordChecks): boolean => Object.values(checks).every(Boolean)
