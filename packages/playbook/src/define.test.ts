import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { mutated } from '../test/mutate.ts'
import { sample } from '../test/sample.ts'
import { checkPlaybook, definePlaybook } from './define.ts'
import type { Playbook } from './playbook.ts'

const folder = new URL('../../../fixtures/playbook/', import.meta.url)
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const names = (kind: 'valid' | 'invalid') => readdirSync(new URL(`${kind}/`, folder)).map((name) => `${kind}/${name}`)

describe('a definition', () => {
  test('that is sound comes back frozen to its leaves', () => {
    const defined = definePlaybook(mutated())
    expect(defined).toEqual(sample)
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      expect(Object.isFrozen(value)).toBe(true)
      for (const part of Object.values(value)) walk(part)
    }
    walk(defined)
  })

  test('cannot be changed in passing', () => {
    const defined = definePlaybook(mutated())
    expect(() => Object.assign(defined.fields, { more: 1 })).toThrow(TypeError)
    expect(() => Object.assign(defined.stages[0]!, { key: 'other' })).toThrow(TypeError)
    expect(() => (defined.nodes as unknown[]).push(1)).toThrow(TypeError)
  })

  test('that is wrong throws one error with every mistake and its path', () => {
    const wrong = mutated(['stages/1/title/en', ''], ['moves/0/to', 'nowhere'], ['lamps/rules/0/when', 'node.late > 1'])
    expect(() => definePlaybook(wrong)).toThrow(/playbook 'sample-list' has \d+ mistakes/)
    try {
      definePlaybook(wrong)
    } catch (error) {
      const { message } = error as Error
      expect(message).toContain("moves/0/to: no stage 'nowhere'; known: idea, prepare, build, end")
      expect(message).toContain('stages/1/title/en: no words')
      expect(message).toContain('lamps/rules/0/when: ')
      expect(message.split('\n').length).toBe(checkPlaybook(wrong).length + 1)
    }
  })

  test('that is wrong is left unfrozen', () => {
    const wrong = mutated(['version', 0])
    expect(() => definePlaybook(wrong)).toThrow()
    expect(Object.isFrozen(wrong)).toBe(false)
  })

  test('is the same after a trip through JSON', () => {
    expect(JSON.parse(JSON.stringify(definePlaybook(mutated())))).toEqual(sample)
  })
})

describe('language-neutral fixtures', () => {
  test.each(names('valid'))('%s has no mistakes', (name) => {
    expect(checkPlaybook(read(name))).toEqual([])
  })

  test.each(names('invalid'))('%s has exactly the mistakes that it names', (name) => {
    const { definition, mistakes }: { definition: Playbook; mistakes: string[] } = read(name)
    const found = checkPlaybook(definition).map((mistake) => mistake.path)
    expect([...new Set(found)].sort()).toEqual([...mistakes].sort())
  })
})
