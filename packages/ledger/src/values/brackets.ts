import { areaUnitOf, currencyOf, moneyUnitOf } from './units.ts'

/**
 * Takes brackets out of a figure's text. A bracket that holds nothing but a unit or a currency says what the figure is,
 * 5（亿元） and 1500万（美元）, and is put where it counts; `dropped` tells that others held words.
 */
export function withoutBrackets(whole: string): { readonly text: string; readonly dropped: boolean } {
  let dropped = false
  let currency = ''
  const bare = whole.replace(/\(([^()]*)\)|\[([^[\]]*)\]/g, (_, round?: string, square?: string, at = 0) => {
    const inside = round ?? square ?? ''
    const figure = /(\d|[一二三四五六七八九十百千万亿两半])$/.exec(whole.slice(0, at))?.[0]
    if (figure && isUnit(inside)) {
      // After a bare number a currency leaves the column's unit as it is: 3（美元） in a column of 亿元.
      if (inside === '元' || /[万亿]/.test(figure) || currencyOf(inside) === undefined) return inside
      currency = inside
      return ''
    }
    dropped ||= inside !== ''
    return ''
  })
  const text = currency + bare
  return text === '' ? { text: whole, dropped: false } : { text, dropped }
}

/** A currency that nobody knows is one all the same: to drop it would make yuan of it. */
const isUnit = (text: string): boolean =>
  moneyUnitOf(text) !== null || areaUnitOf(text) !== null || /^(\p{Script=Han}{1,4}元|[a-z]{3})$/u.test(text)
