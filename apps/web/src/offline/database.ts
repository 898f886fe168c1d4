import type { DueReply, ReportBody } from '@guatu/contract'
import type { Refusal } from '@guatu/kernel'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Owner } from './owner.ts'

/** A report that waits to be sent; its files wait beside it. */
export interface WaitingReport {
  readonly reportId: string
  readonly owner: Owner
  readonly body: Omit<ReportBody, 'evidenceIds'>
  /** The form that it was written in, for mending. */
  readonly form: unknown
  readonly itemTitle: string
  readonly nodeTitle: string | null
  /** `waiting` goes out by itself; the others wait for the person. */
  readonly state: 'waiting' | 'conflict' | 'refused'
  readonly refusals: readonly Refusal[]
  readonly savedAt: string
}

/** A photo on this device, of a draft or of a report that waits. */
export interface WaitingPhoto {
  readonly evidenceId: string
  readonly owner: Owner
  readonly reportId: string
  readonly itemId: string
  readonly nodeKey: string | null
  readonly file: Blob
  readonly fileName: string
  readonly takenAt: string | null
  readonly place: string | null
  /** The server has it. */
  readonly kept: boolean
}

/** What was typed and not sent: the form's own state, whatever it holds. */
export interface KeptDraft {
  readonly key: string
  readonly owner: Owner
  readonly reportId: string
  readonly state: unknown
}

/** What somebody had to report when the network was last there. */
export interface KeptDue {
  readonly owner: Owner
  readonly name: string
  readonly reply: DueReply
  readonly keptAt: string
}

interface Schema extends DBSchema {
  report: { key: string; value: WaitingReport; indexes: { owner: string } }
  photo: { key: string; value: WaitingPhoto; indexes: { owner: string; report: string } }
  draft: { key: string; value: KeptDraft; indexes: { owner: string } }
  due: { key: string; value: KeptDue }
}

export type OfflineDatabase = IDBPDatabase<Schema>

let opened: Promise<OfflineDatabase> | undefined

/** The browser's own database of this address: drafts, and what waits for the network. */
export function offlineDatabase(): Promise<OfflineDatabase> {
  opened ??= openDB<Schema>('guatu-reports', 1, {
    upgrade(database) {
      database.createObjectStore('report', { keyPath: 'reportId' }).createIndex('owner', 'owner')
      const photos = database.createObjectStore('photo', { keyPath: 'evidenceId' })
      photos.createIndex('owner', 'owner')
      photos.createIndex('report', 'reportId')
      database.createObjectStore('draft', { keyPath: 'key' }).createIndex('owner', 'owner')
      database.createObjectStore('due', { keyPath: 'owner' })
    },
  })
  return opened
}
