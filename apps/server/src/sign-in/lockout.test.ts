import { expect, test } from 'vitest'
import { delayAfter, nameSubject } from './lockout.ts'

test('four failures are forgiven, the fifth costs a minute, each more twice as much, at most an hour', () => {
  const minutes = [1, 4, 5, 6, 7, 8, 10, 11, 12, 100].map((failures) => delayAfter(failures) / 60_000)
  expect(minutes).toEqual([0, 0, 1, 2, 4, 8, 32, 60, 60, 60])
})

test('a name is counted in whatever case it is typed, and cannot be read from what is kept', () => {
  expect(nameSubject('ZhangSan')).toBe(nameSubject('zhangsan'))
  expect(nameSubject('zhangsan')).not.toContain('zhangsan')
})
