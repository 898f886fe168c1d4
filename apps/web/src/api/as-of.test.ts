import { createItem, getCockpit, getSession, listItems, previewPlan, updateItem } from '@guatu/contract'
import { expect, test } from 'vitest'
import { pastRefusal, withAsOf } from './as-of.ts'

const asOf = '2026-11-20T18:00+08:00'

test('the moment goes along where a route can be read as of one, and nowhere else', () => {
  expect(withAsOf(listItems, { query: { playbook: 'works', q: '桥' } }, asOf)).toEqual({
    query: { playbook: 'works', q: '桥', asOf },
  })
  expect(withAsOf(getSession, {}, asOf)).toEqual({})
  expect(withAsOf(getCockpit, { query: { playbook: 'works' } }, undefined)).toEqual({ query: { playbook: 'works' } })
})

test('a moment that the caller names stays', () => {
  const input = { query: { playbook: 'works', asOf: '2026-01-01' } }
  expect(withAsOf(listItems, input, asOf)).toBe(input)
})

test('while a past moment is read nothing is written', () => {
  for (const route of [createItem, updateItem]) {
    expect(pastRefusal(route, asOf)).toMatchObject({ code: 'FORBIDDEN' })
    expect(pastRefusal(route, undefined)).toBeNull()
  }
  for (const route of [listItems, previewPlan, getSession]) expect(pastRefusal(route, asOf)).toBeNull()
})
