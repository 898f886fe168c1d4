import { checkField, checkFields, type Field } from '@guatu/playbook'
import fc from 'fast-check'
import Schema from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { values } from '../test/arbitraries.ts'
import { context, everyKind } from '../test/sample.ts'
import { formOf } from './form.ts'
import { documentSchema } from './schema.ts'
import { toCell } from './sheet/cell.ts'
import { type ShowContext, showValue } from './show-value.ts'

/** What is derived from one definition says the same about the same value, whatever it is asked in. */
const fields = Object.entries(everyKind.fields)
const schema = documentSchema(everyKind)
const stages = everyKind.stages.map((stage) => stage.key)

const goodValue = (field: Field, value: unknown): unknown => {
  const checked = checkField(field, value, context.dictionaries)
  return checked.kind === 'good' ? checked.value : undefined
}

const documents = fc.record(
  Object.fromEntries(fields.map(([key, field]) => [key, values[field.kind]!])) as Record<string, fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
)

/** The values of a document that the check lets pass. */
const passing = (document: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(document).flatMap(([key, value]) => {
      const good = goodValue(everyKind.fields[key]!, value)
      return good === undefined ? [] : [[key, good]]
    }),
  )

describe('what the check lets pass', () => {
  test.each(fields)('%s passes the schema', (key, field) => {
    fc.assert(
      fc.property(fc.oneof(values[field.kind]!, fc.jsonValue({ maxDepth: 2 })), (value) => {
        const good = goodValue(field, value)
        if (good !== undefined) expect(Schema.Check(schema, { [key]: good })).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('passes it as a whole document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(Schema.Check(schema, passing(document))).toBe(true)
      }),
    )
  })

  test.each(fields)('%s is said in both languages, and never as something else', (_, field) => {
    fc.assert(
      fc.property(values[field.kind]!, (value) => {
        const good = goodValue(field, value)
        if (good === undefined || good === null) return
        for (const language of ['zh', 'en'] as const) {
          const shown: ShowContext = { language, today: '2026-11-21', ...context }
          const text = showValue(field, good, shown)
          if (typeof good !== 'string') expect(text).not.toMatch(/undefined|NaN|\[object|null/)
          expect(text).not.toBe('')
        }
      }),
      { numRuns: 60 },
    )
  })

  test('fills a cell exactly where it is said', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const [key, value] of Object.entries(passing(document))) {
          const field = everyKind.fields[key]!
          expect(toCell(field, value, context) === null).toBe(showValue(field, value, { language: 'zh' }) === '')
        }
      }),
    )
  })
})

describe('what is required', () => {
  const required = (stage: string, document: Readonly<Record<string, unknown>>) =>
    formOf(everyKind, { stage, fields: document })
      .flatMap((group) => group.fields)
      .filter((field) => field.required !== null)

  test('now is what an empty document lacks', () => {
    const outcome = checkFields(everyKind, {}, { whole: true })
    const lacking = outcome.kind === 'refused' ? outcome.refusals.map((refusal) => refusal.path) : []
    for (const stage of stages) {
      const now = required(stage, {}).filter((field) => field.required === 'now')
      expect(now.map((field) => field.key)).toEqual(lacking)
    }
  })

  test('next is gone once it is filled, and nothing else was waiting', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stages), documents, (stage, document) => {
        const held = passing(document)
        const next = required(stage, held).filter((field) => field.required === 'next')
        for (const { key } of next) expect(held[key] ?? null).toBeNull()
        const filled = { ...held, ...Object.fromEntries(next.map(({ key }) => [key, 'filled'])) }
        expect(required(stage, filled).filter((field) => field.required === 'next')).toEqual([])
      }),
    )
  })
})
