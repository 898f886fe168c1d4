import { type Refusal, searchText, type Title } from '@guatu/kernel'
import { isCommonPassword, wordAt } from './weak-words.ts'

/** What a password of somebody has to be. */
export interface PasswordRules {
  readonly minLength: number
  readonly minKinds: number
  readonly historyLength: number
}

/** Administrators guard everybody else's passwords. */
export const passwordRules = (administrator: boolean): PasswordRules => ({
  minLength: administrator ? 12 : 10,
  minKinds: 3,
  historyLength: 5,
})

/** What is guessed first about a person. */
export interface Bearer {
  readonly userName: string
  readonly personName: string
}

const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u]

/** Left when words, years and walks over the keyboard count as one character each: fewer are guessed in minutes. */
const leastLeft = 5

/** How many characters a guesser has to find who tries words, years and walks as a whole. */
export function lengthForGuesser(password: string): number {
  const text = password.toLowerCase()
  let count = 0
  for (let at = 0; at < text.length; count += 1) at += Math.max(1, wordAt(text, at))
  return count
}

/** What nobody should find in a password: user name, Chinese name, its pinyin, that of the given name alone. */
function personal({ userName, personName }: Bearer): string[] {
  const [, ...given] = personName
  const pinyin = [personName, given.join('')].flatMap((name) => searchText(name).split(' '))
  return [userName, ...pinyin].map((part) => part.toLowerCase()).filter((part) => part.length >= 3)
}

const problem = (zh: string, en: string): Title => ({ zh, en })

/** All that is wrong with a password, by rules that need no look at earlier ones. */
export function passwordProblems(password: string, rules: PasswordRules, bearer: Bearer): Refusal[] {
  const text = password.normalize('NFKC')
  const lower = text.toLowerCase()
  const { minLength, minKinds } = rules
  const found: Title[] = []
  if ([...text].length < minLength)
    found.push(problem(`密码至少 ${minLength} 位`, `At least ${minLength} characters are needed`))
  if (kinds.filter((kind) => kind.test(text)).length < minKinds) {
    found.push(
      problem(
        `密码须含大写字母、小写字母、数字、符号中的至少 ${minKinds} 种`,
        `At least ${minKinds} of capital letters, small letters, digits and signs are needed`,
      ),
    )
  }
  if (personal(bearer).some((part) => lower.includes(part)))
    found.push(problem('密码不能包含用户名或姓名（拼音）', 'It must hold neither the user name nor the person’s name'))
  if (isCommonPassword(lower) || lengthForGuesser(text) < leastLeft) {
    found.push(
      problem(
        '密码过于常见（常用词、年份、键盘顺序或重复字符）',
        'It is too common: known passwords, years, keyboard order or repeated characters',
      ),
    )
  }
  return found.map((message) => ({ code: 'PASSWORD_REFUSED', path: 'password', message }))
}

/** One of the last passwords. */
export const passwordReused = ({ historyLength }: PasswordRules): Refusal => ({
  code: 'PASSWORD_REFUSED',
  path: 'password',
  message: problem(
    `不能与最近 ${historyLength} 次用过的密码相同`,
    `It must differ from the last ${historyLength} passwords`,
  ),
})
