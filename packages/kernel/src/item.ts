import type { LampLevel, LampReason } from './lamp.ts'

/** Where a record came from: a ledger's cell or a person's hand. A file is named by its SHA-256, never by a path. */
export type Source =
  | {
      readonly kind: 'ledger'
      readonly sha256: string
      readonly fileName: string
      readonly sheet: string
      readonly row: number
    }
  | { readonly kind: 'manual'; readonly note?: string }
  | { readonly kind: 'demonstration' }

/** 事项: anything on a list. `fields` is validated against the playbook version that the item pins. */
export interface Item {
  readonly itemId: string
  readonly playbookKey: string
  readonly playbookVersion: number
  readonly title: string
  readonly stage: string
  readonly leadOrgId: string | null
  readonly ownerId: string | null
  readonly areaCode: string | null
  readonly fields: Readonly<Record<string, unknown>>
  /** Grows by one with every change; a write names the revision that it read, so nobody overwrites unseen. */
  readonly revision: number
  readonly lamp: LampLevel
  readonly lampReasons: readonly LampReason[]
  readonly source: Source
}
