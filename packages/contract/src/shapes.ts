import { lampLevels } from '@guatu/kernel'
import { type Static, type TSchema, Type } from 'typebox'

/** Schemas of the kernel's values as they travel. */
export const Id = Type.String({ format: 'uuid' })
/** A day that exists: the database knows no 30 February and no year 0. */
export const IsoDay = Type.String({ pattern: '^(?!0000)\\d{4}-\\d{2}-\\d{2}$', format: 'date' })
export const Instant = Type.String()
/** Exact decimal text; in yuan where it is an amount. */
export const Decimal = Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' })
/** A mapped union loses its members' types on the way; they are told by hand. */
export const oneOf = <T extends string>(values: readonly T[]) =>
  Type.Unsafe<T>(Type.Union(values.map((value) => Type.Literal(value))))
export const nullable = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/**
 * A past moment that a reading answers as it was known then: an ISO instant with its zone, or an ISO day, which stands for
 * its end in Shanghai. Never later than now.
 */
export const AsOf = Type.Optional(Type.String({ maxLength: 40 }))

export const TitleShape = Type.Object({ zh: Type.String(), en: Type.String() })
export const Lamp = oneOf(lampLevels)
export const LampReasonShape = Type.Object({
  rule: Type.String(),
  level: Lamp,
  nodeKey: Type.Optional(Type.String()),
  clock: Type.Optional(Type.String()),
  figures: Type.Record(Type.String(), Type.Number()),
  text: TitleShape,
  /** Set: the rule holds and does not light, for a good reason that somebody granted. */
  exempted: Type.Optional(Type.Object({ exemptionId: Id, ground: Type.String(), until: IsoDay, by: Type.String() })),
})
export const SourceShape = Type.Union([
  Type.Object({
    kind: Type.Literal('ledger'),
    sha256: Type.String(),
    fileName: Type.String(),
    sheet: Type.String(),
    row: Type.Integer(),
  }),
  Type.Object({ kind: Type.Literal('manual'), note: Type.Optional(Type.String()) }),
  Type.Object({ kind: Type.Literal('demonstration') }),
])
const RefusalShape = Type.Object({
  code: Type.String(),
  path: Type.Optional(Type.String()),
  message: TitleShape,
  accepted: Type.Optional(Type.Array(Type.String())),
})
/** The body of every reply that refuses: the gravest code and the whole list. */
export const RefusedReply = Type.Object({
  code: Type.String(),
  message: TitleShape,
  refusals: Type.Array(RefusalShape),
})
export type RefusedReply = Static<typeof RefusedReply>

/** What a reply says of the moment that it was read as of; absent when it was read as of now. */
export const asOfSaid = {
  asOf: Type.Optional(Instant),
  /** Nothing was known yet at that moment, in words. */
  note: Type.Optional(TitleShape),
}

export const LampCounts = Type.Object({
  red: Type.Integer(),
  orange: Type.Integer(),
  yellow: Type.Integer(),
  blue: Type.Integer(),
  green: Type.Integer(),
  none: Type.Integer(),
})
export type LampCounts = Static<typeof LampCounts>
export const ItemParams = Type.Object({ itemId: Id })
/** Field values as the playbook's derived schema checks them; the store checks again. */
export const FieldValues = Type.Record(Type.String(), Type.Unknown())
