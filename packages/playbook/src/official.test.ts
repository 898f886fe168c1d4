import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mutated } from '../test/mutate.ts'
import { checkPlaybook } from './define.ts'
import { type DocumentTemplate, filledText, placeholdersOf } from './official.ts'
import type { Playbook } from './playbook.ts'

const base = mutated() as Playbook
const field = Object.keys(base.fields)[0] as string
const template: DocumentTemplate = {
  title: { zh: '公文', en: 'Document' },
  heading: `关于{${field}}的通知`,
  issuedBy: field,
  recipient: field,
  paragraphs: [`{${field}}`],
  needs: field,
}
const paths = (changes: Partial<DocumentTemplate>) =>
  checkPlaybook({ ...base, documents: { notice: { ...template, ...changes } } }).map(({ message }) => message)

describe('a template', () => {
  test('that names what the list has is sound', () => expect(paths({})).toEqual([]))

  test.each([
    ['nothing', { heading: '{nothing}' }],
    ['nothing', { paragraphs: ['{nothing}'] }],
    ['kin.title', { paragraphs: ['{kin.title}'] }],
    ['nothing', { recipient: 'nothing' }],
    ['nothing', { needs: 'nothing' }],
  ])('that names %s is not', (name, changes) => expect(paths(changes)).toEqual([`no field or link '${name}'`]))
})

describe('a text', () => {
  const values: Record<string, string> = { title: ' 用地手续 ', due: '' }
  const shownOf = (name: string) => values[name] ?? ''

  test('takes its values', () => expect(filledText('关于{title}的函{due}', shownOf)).toBe('关于用地手续的函'))
  test('that asks for what is all empty is left out', () => expect(filledText('于{due}前', shownOf)).toBeNull())
  test('that asks for nothing stays', () => expect(filledText('特此回复。', shownOf)).toBe('特此回复。'))

  test('never reads a value for a template', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const filled = filledText('甲{title}乙', () => value)
        expect(filled).toBe(value.trim() === '' ? null : `甲${value.trim()}乙`)
      }),
    )
    expect(placeholdersOf('{a}{b.c}{}')).toEqual(['a', 'b.c'])
  })
})
