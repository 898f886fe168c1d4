import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthForGuesser, passwordProblems, passwordRules } from './password-rules.ts'

const bearer = { userName: 'zhangwei01', personName: '张伟国' }
const rules = passwordRules(false)
const problems = (password: string) => passwordProblems(password, rules, bearer).map(({ message }) => message.zh)

test('takes what is long, mixed and nobody’s habit', () => {
  for (const password of ['Kx9!mottled-Fern', '凤桥Rain7!drum', 'tR4vel—nordh-vq', 'Vb7?quiet-Heron-8']) {
    expect(problems(password), password).toEqual([])
  }
})

test('tells all that is wrong at once', () => {
  expect(problems('weiguo')).toEqual([
    '密码至少 10 位',
    '密码须含大写字母、小写字母、数字、符号中的至少 3 种',
    '密码不能包含用户名或姓名（拼音）',
  ])
  expect(problems('888888')).toHaveLength(3)
  expect(passwordProblems('Kx9!mottled', passwordRules(true), bearer)).toHaveLength(1)
})

test.each([
  'Password123!',
  'P@ssw0rd2026',
  'Woaini1314!',
  'Qwer1234!@#$',
  '1qaz@WSX3edc',
  'Zhongguo2026!',
  'Aa888888888!',
  'Abc123456!!',
  'Admin@20261121',
  'Aaaa1111!!!!',
  'Jiaxing2026@',
])('refuses %s, which is guessed by words, years and walks', (password) => {
  expect(problems(password).join()).toContain('过于常见')
})

test.each(['Zhangwei01!Fern', 'xx-ZHANGWEIGUO-77', 'Fern!张伟国-drum9', 'Mottled!zwg-Fern8'])(
  'refuses %s, which names its bearer',
  (password) => {
    expect(problems(password).join()).toContain('姓名')
  },
)

test('a word counts as one character, everything else as itself', () => {
  expect(lengthForGuesser('dragon')).toBe(1)
  expect(lengthForGuesser('xvkdragon')).toBe(4)
  expect(lengthForGuesser('xvk1998dragon')).toBe(5)
})

test('never counts more than there is, and more text never makes a password weaker than nothing', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (text) => {
      const count = lengthForGuesser(text)
      expect(count).toBeLessThanOrEqual(text.toLowerCase().length)
      expect(count > 0).toBe(text.length > 0)
    }),
  )
})
