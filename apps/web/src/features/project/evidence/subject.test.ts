import type { EvidenceReply } from '@guatu/contract'
import { expect, test } from 'vitest'
import { filesBySubject, readSubject, type Subject, subjectOf, subjectQuery } from './subject.ts'

const title = { zh: '甲', en: 'A' }
const subjects: readonly Subject[] = [
  { key: '', title },
  { key: 'node:permit', title },
  { key: 'fact:f1', title },
]
const file = (nodeKey: string | null, factId: string | null) => ({ nodeKey, factId }) as EvidenceReply

test('a subject in the address is read back, and an unknown one is the project as a whole', () => {
  for (const { key } of subjects) expect(readSubject(key, subjects)).toBe(key)
  expect(readSubject('node:nonsense', subjects)).toBe('')
  expect(readSubject(undefined, subjects)).toBe('')
})

test('an upload names its node or its figure, and nothing for the project', () => {
  expect(subjectQuery('')).toEqual({})
  expect(subjectQuery('node:permit')).toEqual({ node: 'permit' })
  expect(subjectQuery('fact:f1')).toEqual({ fact: 'f1' })
})

test('files stand in the order of the project, those of replaced figures last, empty groups nowhere', () => {
  const files = [file(null, 'gone'), file('permit', null), file(null, null), file('permit', null)]
  const groups = filesBySubject(files, subjects)
  expect(groups.map(({ key, files: list }) => [key, list.length])).toEqual([
    ['', 1],
    ['node:permit', 2],
    ['fact:', 1],
  ])
  expect(groups.flatMap(({ files: list }) => list.map(subjectOf)).sort()).toEqual(files.map(subjectOf).sort())
})
