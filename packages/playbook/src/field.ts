import type { Title } from '@guatu/kernel'

/**
 * The closed set of field kinds. Everything derived from a playbook is a record over `FieldKind`, so that a further kind
 * does not compile until every derivation says what to do with it.
 */
export const fieldKinds = [
  'text',
  'longText',
  'integer',
  'number',
  'percent',
  'money',
  'date',
  'choice',
  'flag',
  'org',
  'orgs',
  'person',
  'area',
  'industry',
  'districtIndustry',
  'uscc',
  'phone',
] as const

export type FieldKind = (typeof fieldKinds)[number]

/**
 * Why a field's values are kept apart from the item's document: `negotiation` is what talks with a firm must not give away,
 * `personal` is what names a private person. Each has its own right to be read by.
 */
export const secretClasses = ['negotiation', 'personal'] as const

export type SecretClass = (typeof secretClasses)[number]

/** How the unit, person or area that a field names stands to the item; the rules of access go by these words. */
export const fieldRelations = [
  'lead',
  'cooperating',
  'supervising',
  'owner',
  'leader',
  'team',
  'firm',
  'partner',
  'raiser',
  'issuer',
] as const

export type FieldRelation = (typeof fieldRelations)[number]

interface FieldCommon {
  readonly title: Title
  /** Section of the form and of the item page; a key of the playbook's `groups`. */
  readonly group: string
  readonly required?: boolean
  readonly hint?: Title
  /** Column headers that ledgers use for this field, best known first; the import maps columns by them. */
  readonly words?: readonly string[]
  /** Metric that the field's figure is a fact of. Such a field shows the latest fact and is written by reporting one. */
  readonly metric?: string
  /** Kept apart and shown masked; absent: whoever reads the item reads it. */
  readonly secret?: SecretClass
  /** What the named unit or person is to the item, beyond what the roles `leadOrg`, `owner` and `leader` say. */
  readonly relation?: FieldRelation
  /** Its own side's word: only whoever stands so to the item fills it in or changes it. */
  readonly writtenBy?: readonly FieldRelation[]
  /** Filled in by the moves that ask for it; outside of them only whoever edits all items of the district changes it. */
  readonly byMoves?: boolean
}

export type TextUnit = 'mu' | 'm2' | 'tce' | 'unit' | 'person'

export type Field = FieldCommon &
  (
    | { readonly kind: 'text' | 'longText'; readonly maxLength?: number; readonly pattern?: string }
    | { readonly kind: 'integer' | 'number'; readonly unit: TextUnit; readonly min?: number; readonly max?: number }
    | { readonly kind: 'percent' }
    /** `unit` is what a ledger means when neither cell, header nor unit line says so. */
    | { readonly kind: 'money'; readonly unit: '万元' | '亿元' | '万美元' | '亿美元'; readonly foreign?: boolean }
    /** A start stands for a period's first day, a finish for its last. */
    | { readonly kind: 'date'; readonly end: 'start' | 'finish' }
    /** `open` choices take other words with a warning: ledgers are older than any dictionary. */
    | { readonly kind: 'choice'; readonly choices: Readonly<Record<string, Choice>>; readonly open?: boolean }
    | { readonly kind: 'flag' }
    | { readonly kind: 'org' | 'orgs' | 'person' | 'uscc' | 'phone' | 'industry' | 'districtIndustry' }
    /** `inferFrom`: fields whose text names an area when no column does. */
    | { readonly kind: 'area'; readonly inferFrom?: readonly string[] }
  )

export interface Choice {
  readonly title: Title
  /** Other words for the same choice in ledgers. */
  readonly words?: readonly string[]
}

export type FieldOf<K extends FieldKind> = Field & { readonly kind: K }
