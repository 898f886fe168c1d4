import type { Playbook } from '@guatu/playbook'
import type { FieldContext } from '../../../forms/context.ts'
import { type Entry, typedOf } from '../../../forms/entry.ts'

type Entries = Readonly<Record<string, Entry>>

/** A form that has not been sent: the words as they stand in its inputs. */
export interface Draft {
  readonly stage: string
  readonly entries: Entries
}

export const emptyDraft = (playbook: Playbook): Draft => ({ stage: playbook.stages[0]?.key ?? '', entries: {} })

const storageKey = (playbook: string) => `guatu-draft-${playbook}`

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Draft).stage === 'string' &&
  typeof (value as Draft).entries === 'object' &&
  (value as Draft).entries !== null

/** A kept draft, without fields and stages that the list does not have any more. */
export function readDraft(kept: string | null, playbook: Playbook): Draft {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    if (!isDraft(value)) return emptyDraft(playbook)
    const entries = Object.fromEntries(
      Object.entries(value.entries).filter(([key, entry]) => playbook.fields[key] && typeof entry?.text === 'string'),
    )
    const known = playbook.stages.some(({ key }) => key === value.stage)
    return { stage: known ? value.stage : emptyDraft(playbook).stage, entries }
  } catch {
    return emptyDraft(playbook)
  }
}

export function storedDraft(playbook: Playbook): Draft {
  try {
    return readDraft(localStorage.getItem(storageKey(playbook.key)), playbook)
  } catch {
    return emptyDraft(playbook)
  }
}

export function storeDraft(playbook: Playbook, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(storageKey(playbook.key), JSON.stringify(draft))
    else localStorage.removeItem(storageKey(playbook.key))
  } catch {
    // Private windows forbid storage: the draft then lasts as long as the page.
  }
}

interface DraftValues {
  readonly values: Readonly<Record<string, unknown>>
  /** Keys whose words mean nothing or that are missing. */
  readonly wrong: readonly string[]
}

/** What the draft would send, and every field that stands in its way. */
export function valuesOf(playbook: Playbook, entries: Entries, context: FieldContext): DraftValues {
  const values: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const [key, field] of Object.entries(playbook.fields)) {
    const typed = typedOf(field, entries[key] ?? { text: '' }, context)
    if (typed.kind === 'value') values[key] = typed.value
    else if (typed.kind === 'fault' || field.required) wrong.push(key)
  }
  return { values, wrong }
}
