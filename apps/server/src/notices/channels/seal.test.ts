import { expect, test } from 'vitest'
import { seal, unseal } from './seal.ts'

test('what is sealed opens under its own key only, and never looks the same twice', () => {
  const sealed = seal('key one', 'https://oapi.dingtalk.com/robot/send?access_token=秘密')
  expect(unseal('key one', sealed)).toBe('https://oapi.dingtalk.com/robot/send?access_token=秘密')
  expect(unseal('key two', sealed)).toBeNull()
  expect(seal('key one', 'a')).not.toBe(seal('key one', 'a'))
  const bent = `${sealed.slice(0, -2)}${sealed.endsWith('A') ? 'BB' : 'AA'}`
  expect(unseal('key one', bent)).toBeNull()
})
