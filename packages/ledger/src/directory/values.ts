import { checkField } from '@guatu/playbook'
import type { Cell } from '../grid/grid.ts'
import { cellText } from '../grid/grid.ts'
import { bareLabel, halfWidth, isPlaceholder } from '../text/normalise.ts'
import { readDate } from '../values/date.ts'

/** A value that was read, with what is worth a second look; or why nothing could be read. */
export type Told<T> =
  | { readonly kind: 'told'; readonly value: T; readonly notes: readonly string[] }
  | { readonly kind: 'wrong'; readonly message: string; readonly accepted?: readonly string[] }

const told = <T>(value: T, ...notes: string[]): Told<T> => ({ kind: 'told', value, notes })

const wrong = <T>(message: string, accepted?: readonly string[]): Told<T> =>
  accepted ? { kind: 'wrong', message, accepted } : { kind: 'wrong', message }

/** Words of one meaning: `key` by any of them. */
export interface Vocabulary {
  readonly [key: string]: { readonly zh: string; readonly en: string; readonly words?: readonly string[] }
}

export function readWord(text: string, vocabulary: Vocabulary, column: string): Told<string | null> {
  if (text === '' || isPlaceholder(text)) return told(null)
  const bare = bareLabel(text)
  const found = Object.entries(vocabulary).find(([key, { zh, en, words = [] }]) =>
    [key, zh, en, ...words].some((word) => bareLabel(word) === bare),
  )
  if (found) return told(found[0])
  return wrong(
    `${column}“${text}”不在可选范围内`,
    Object.values(vocabulary).map(({ zh }) => zh),
  )
}

const vacant = /^(空缺|暂缺|缺|空|待定|待补|待任命|未定|无)$/

const listSigns = /[、,;/\n]+/

/** Names of a cell, one a person; none for a post that is vacant. Two signs set apart (张 伟) are one name. */
export function readNames(text: string): Told<readonly string[]> {
  const names = halfWidth(text)
    .split(listSigns)
    .map((part) => part.trim().replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, ''))
    .map((part) => part.replace(/\((兼|代|挂职|主持工作)\)$/, ''))
    .filter((part) => part !== '')
  if (names.length === 0 || names.every((name) => vacant.test(name) || isPlaceholder(name))) return told([])
  const odd = names.find((name) => !/^[\p{L}][\p{L}·. '-]{0,39}$/u.test(name))
  return odd === undefined ? told(names) : wrong(`姓名“${odd}”读不出`, ['张伟', '张伟、李娜'])
}

const phoneField = {
  kind: 'phone',
  title: { zh: '手机', en: 'Telephone' },
  group: 'main',
} as const

/** The first number of a cell; spreadsheets turn numbers into figures, and people part them by spaces and dashes. */
export function readPhone(text: string): Told<string | null> {
  if (text === '' || isPlaceholder(text)) return told(null)
  const [first = '', ...others] = halfWidth(text)
    .replace(/(?<=\d)[ -](?=\d{4}(\D|$))/g, '')
    .split(/[、,;/\n]|\s{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const checked = checkField(phoneField, first, {})
  if (checked.kind === 'bad') return wrong(`电话“${text}”读不出：${checked.message.zh}`, checked.accepted)
  const notes = others.length > 0 ? [`有几个号码，只读入第一个 ${first}`] : []
  return told(String(checked.value), ...notes)
}

export function readEmail(text: string): Told<string | null> {
  if (text === '' || isPlaceholder(text)) return told(null)
  const plain = halfWidth(text).trim()
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(plain) ? told(plain) : wrong(`邮箱“${text}”读不出`, ['name@example.cn'])
}

const openEnd = /^(至今|今|现任|在任|-)$/

/** The day that a post begins or ends; a month stands for its first or last day, and says so. */
export function readPostDay(cell: Cell, end: 'start' | 'finish', year: number): Told<string | null> {
  const text = cellText(cell)
  if (text === '' || openEnd.test(halfWidth(text).trim())) return told(null)
  const reading = readDate(cell, { year })
  const accepted = ['2026-03-05', '2026年3月5日', '2026.3']
  if (reading.kind === 'empty') return told(null)
  if (reading.kind !== 'value') return wrong(`日期“${text}”读不出`, accepted)
  const { first, last, precision } = end === 'start' ? reading.value.from : reading.value.to
  const day = end === 'start' ? first : last
  return precision === 'day'
    ? told(day, ...reading.notes)
    : told(day, ...reading.notes, `“${text}”没有写日，按 ${day} 读入`)
}
