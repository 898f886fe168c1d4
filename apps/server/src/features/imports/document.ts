import type { Money } from '@guatu/kernel'
import { extraKey, type LedgerItem, type StageValue, stageField } from '@guatu/ledger'
import { type Choice, type Field, isMask, type Playbook } from '@guatu/playbook'

/** Ids that names of units and persons stand for. */
export interface NameResolver {
  readonly idOf: (kind: 'org' | 'person', name: string) => string | null
  /** The units that a cell names, as it was written or name by name. */
  readonly unitsIn: (value: unknown) => readonly string[]
}

/** A row of a ledger as the store keeps an item: ids for names, keys for choices, money in full. */
export interface LedgerDocument {
  readonly fields: Readonly<Record<string, unknown>>
  /** Null where the ledger says nothing of the stage, or says it in unknown words. */
  readonly stage: string | null
}

export function documentOf(item: LedgerItem, playbook: Playbook, names: NameResolver): LedgerDocument {
  const { stage, ...written } = item.fields
  const fields: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(written)) {
    const field = playbook.fields[key]
    if (key === extraKey) fields[key] = value
    // A mask comes back from a sheet of our own and says nothing.
    else if (field?.secret && isMask(value)) continue
    else if (field) fields[key] = storedValue(field, value, names)
  }
  const named = playbook.fields[stageField] ? undefined : (stage as StageValue | undefined)
  if (named && named.key === null) {
    const title = playbook.stageColumn.title.zh
    fields[extraKey] = { ...(fields[extraKey] as object | undefined), [title]: named.raw }
  }
  return { fields, stage: named?.key ?? null }
}

function storedValue(field: Field, value: unknown, names: NameResolver): unknown {
  switch (field.kind) {
    case 'money':
      return typeof value === 'string' ? ({ amount: value, currency: 'CNY' } satisfies Money) : value
    case 'choice':
      return choiceKey(field.choices, String(value))
    case 'orgs':
      return names.unitsIn(value).flatMap((name) => names.idOf('org', name) ?? [])
    case 'org':
    case 'person':
      return names.idOf(field.kind, String(value))
    default:
      return value
  }
}

/** A ledger's word for a choice becomes its key only when it is exactly one of the words; any other is kept as written. */
function choiceKey(choices: Readonly<Record<string, Choice>>, text: string): string {
  const known = Object.entries(choices).find(
    ([key, choice]) => key === text || choice.title.zh === text || choice.words?.includes(text),
  )
  return known?.[0] ?? text
}
