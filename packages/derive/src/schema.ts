import { currencies, datePrecisions } from '@guatu/kernel'
import type { Field, FieldKind, FieldOf, Playbook } from '@guatu/playbook'
import { type TObject, type TSchema, Type } from 'typebox'

type Schema<K extends FieldKind> = (field: FieldOf<K>) => TSchema

const words = ({ maxLength, pattern }: { readonly maxLength?: number; readonly pattern?: string }): TSchema =>
  Type.String({ ...(maxLength ? { maxLength } : {}), ...(pattern ? { pattern } : {}) })

const range = ({ min, max }: { readonly min?: number; readonly max?: number }) => ({
  ...(min === undefined ? {} : { minimum: min }),
  ...(max === undefined ? {} : { maximum: max }),
})

const literals = (values: readonly string[]): TSchema => Type.Union(values.map((value) => Type.Literal(value)))

const code = (): TSchema => Type.String({ minLength: 1, maxLength: 60 })

const money = (): TSchema =>
  Type.Object(
    {
      amount: Type.String({ pattern: '^\\d+(\\.\\d{1,2})?$', description: 'Decimal, main unit of the currency' }),
      currency: literals(currencies),
      bound: Type.Optional(literals(['exact', 'atLeast', 'about'])),
      raw: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  )

const date = (field: FieldOf<'date'>): TSchema =>
  Type.Object(
    {
      date: Type.String({
        format: 'date',
        description: `The period's ${field.end === 'start' ? 'first' : 'last'} day`,
      }),
      precision: literals(datePrecisions),
      raw: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  )

/** JSON Schema of a value of each kind. */
const schemas: { readonly [K in FieldKind]: Schema<K> } = {
  text: words,
  longText: words,
  integer: (field) => Type.Integer(range(field)),
  number: (field) => Type.Number(range(field)),
  percent: () => Type.Number({ description: '12.5 is 12.5 %' }),
  money,
  date,
  choice: (field) =>
    field.open ? Type.String({ examples: Object.keys(field.choices) }) : literals(Object.keys(field.choices)),
  flag: () => Type.Boolean(),
  org: code,
  orgs: () => Type.Array(code(), { maxItems: 50, uniqueItems: true }),
  person: code,
  area: code,
  industry: code,
  districtIndustry: code,
  uscc: () => Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' }),
  phone: () => Type.String({ maxLength: 60 }),
}

/** JSON Schema of an item's fields; null clears a field. The server checks more (codes, check characters, order of dates). */
export function documentSchema(playbook: Playbook): TObject {
  const properties = Object.entries(playbook.fields).map(([key, field]) => [key, propertySchema(field)] as const)
  return Type.Object(Object.fromEntries(properties), {
    $id: `${playbook.key}@${playbook.version}`,
    title: playbook.title.zh,
    additionalProperties: false,
  })
}

function propertySchema(field: Field): TSchema {
  const schema = (schemas[field.kind] as (field: Field) => TSchema)(field)
  const { zh, en } = field.title
  return Type.Optional(Type.Union([schema, Type.Null()], { title: zh, description: en }))
}
