import { resolve } from 'node:path'
import { playbooks } from '@guatu/playbooks'
import { expect, test } from 'vitest'
import { listAndFile } from './named-playbook.ts'

const known = playbooks[0]!.key

test('a known list and a file', () => {
  const target = listAndFile(known, 'a.xlsx')
  expect(target.kind === 'done' && [target.value.playbook.key, target.value.path]).toEqual([known, resolve('a.xlsx')])
})

test('all that is wrong at once', () => {
  const codes = (list: string | undefined, file: string | undefined) => {
    const target = listAndFile(list, file)
    return target.kind === 'refused' ? target.refusals.map(({ code }) => code) : []
  }
  expect(codes('nowhere', undefined)).toEqual(['PLAYBOOK_UNKNOWN', 'INPUT_INVALID'])
  expect(codes('toString', 'a.xlsx')).toEqual(['PLAYBOOK_UNKNOWN'])
  expect(codes(known, undefined)).toEqual(['INPUT_INVALID'])
})

test('a list is found by its key, or is the only one there is', () => {
  for (const { key } of playbooks) {
    expect(listAndFile(key, 'a.xlsx')).toMatchObject({ kind: 'done', value: { playbook: { key } } })
  }
  expect(listAndFile(undefined, 'a.xlsx').kind).toBe(playbooks.length === 1 ? 'done' : 'refused')
  const accepted = playbooks.map(({ key }) => key)
  expect(listAndFile('nope', 'a.xlsx')).toMatchObject({ kind: 'refused', refusals: [{ accepted }] })
})
