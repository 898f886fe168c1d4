import type { Role } from '@guatu/access'
import { expect, test } from 'vitest'
import { ownWorkOf } from './own-work.ts'

const holding = (...roles: Role[]) => ({
  personId: 'p',
  name: '陆一',
  posts: roles.map((role, index) => ({ postId: String(index), role, orgId: 'o', orgName: '某单位', deputyFor: null })),
  may: [],
})

test('whoever sees but his own is told which projects these are', () => {
  expect(ownWorkOf(holding('firm'))?.sentence.zh).toContain('本企业')
  expect(ownWorkOf(holding('deputy', 'deputy'))?.sentence.zh).toContain('人大')
})

test('a post that sees the district needs no such word', () => {
  expect(ownWorkOf(holding('town'))).toBeNull()
  expect(ownWorkOf(holding('projectTeam', 'town'))).toBeNull()
  expect(ownWorkOf(holding())).toBeNull()
  expect(ownWorkOf(null)).toBeNull()
})
