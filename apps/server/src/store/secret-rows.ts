import type { SecretClass } from '@guatu/playbook'

/** What an item keeps apart of one class. */
export interface ItemSecretRow {
  districtId: string
  itemId: string
  class: SecretClass
  fields: Readonly<Record<string, unknown>>
}

/** What an event changed of secret fields; the event holds its digest. */
export interface EventSecretRow {
  districtId: string
  seq: number
  itemId: string
  class: SecretClass
  salt: string
  changes: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
}
