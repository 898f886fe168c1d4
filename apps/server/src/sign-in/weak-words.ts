import data from './common-passwords.json' with { type: 'json' }

/**
 * What Chinese users choose besides what the world does: love, luck, home and office in pinyin, lucky numbers (own
 * list, after Li, Han and Xu, "A Large-Scale Empirical Analysis of Chinese Web Passwords", USENIX Security 2014).
 */
const habits = `woaini woaiwojia woaizhongguo wodemima mima zhongguo china beijing shanghai zhejiang jiaxing nanhu
  nanhuqu guatu guanli guanliyuan xitong admin administrator zhengfu gongchandang renmin dangyuan jiayou nihao
  tiankong xingfu kuaile pingan fafafa facai baobao laopo laogong mama baba haohao xuexi ceshi test welcome passw0rd
  p@ssw0rd p@ssword pa$$w0rd a123456 aa123456 abc123 abc123456 qq123456 123qwe qwe123 1314 1314520 5201314 520 521
  7758521 147258 147258369 159357 168168 888888 666666 518518 110110 12306 10086 95588`.split(/\s+/)

const common = new Set([...data.passwords.split(' '), ...habits])
const longest = Math.max(...[...common].map((word) => word.length))
const shortest = 3

const rows = [
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '`1234567890-=',
  '~!@#$%^&*()_+',
  'abcdefghijklmnopqrstuvwxyz',
  '0123456789',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  '!qaz@wsx#edc$rfv%tgb^yhn&ujm',
]
const walks = [...rows, ...rows.map((row) => [...row].reverse().join(''))]
const shortestWalk = 3

/** Letters that are written as digits and signs. */
const spelt: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '@': 'a', $: 's' }
const plain = (text: string) => text.replace(/[01345@$]/g, (sign) => spelt[sign] as string)

function walkAt(text: string, at: number): number {
  let length = 0
  for (let end = at + shortestWalk; end <= text.length; end += 1) {
    const part = text.slice(at, end)
    if (!walks.some((walk) => walk.includes(part))) break
    length = end - at
  }
  return length
}

function repeatAt(text: string, at: number): number {
  const same = /^(.{1,3})\1{2,}|^(.)\2+/su.exec(text.slice(at))?.[0].length ?? 0
  return same >= 3 ? same : 0
}

const yearOrDayAt = (text: string, at: number): number =>
  /^(?:19|20)\d\d(?:[.\-/年]?(?:0[1-9]|1[0-2])(?:[.\-/月]?(?:0[1-9]|[12]\d|3[01]))?)?/.exec(text.slice(at))?.[0]
    .length ?? 0

function commonAt(text: string, at: number): number {
  for (let length = Math.min(longest, text.length - at); length >= shortest; length -= 1) {
    const part = text.slice(at, at + length)
    if (common.has(part) || common.has(plain(part))) return length
  }
  return 0
}

/** How long the longest thing is that a guesser tries as a whole, at a place of a text in small letters; 0: none. */
export const wordAt = (text: string, at: number): number =>
  Math.max(commonAt(text, at), walkAt(text, at), repeatAt(text, at), yearOrDayAt(text, at))

export const isCommonPassword = (lower: string): boolean => common.has(lower) || common.has(plain(lower))
