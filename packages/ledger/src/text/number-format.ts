import { decimalOf, fixed, timesPowerOfTen } from './decimal.ts'

/** What a section of a number format does to a figure besides rounding it. */
interface Section {
  /** Words in front of the figure and behind it. */
  readonly before: string
  readonly after: string
  /** The tens that the figure is moved by: 2 for a percentage, -4 for `0!.0000"万元"`. */
  readonly power: number
  readonly holds: ((figure: number) => boolean) | null
}

/** The sections of a number format that may show a figure, in the order in which they are tried. */
export type NumberFormat = readonly Section[]

const sectionPattern = /(?:"[^"]*"|[\\!_*].|\[[^\]]*\]|[^;])+/g
const tokenPattern = /"([^"]*)"|[\\!](.)|\[([^\]]*)\]|[_*].|([0#?](?:[0#?,.]*[0#?])?)(,*)|([\s\S])/g

/**
 * Reads a format code (ECMA-376, 18.8.31) that says more of a figure than its decimals: `0.00"亿元"`, `0%`, `"$"0`,
 * `0!.0,"万元"`. Null for all others, dates and fractions among them.
 */
export function numberFormat(code: string): NumberFormat | null {
  const codes = code.replace(/G\/通用格式|general/gi, '0').match(sectionPattern) ?? []
  const sections = codes.filter((part) => !part.includes('@')).map(sectionOf)
  const conditional = sections.some((section) => section?.holds)
  // Without conditions the others show what is negative or zero, in another colour or within brackets.
  const used = conditional ? sections : sections.slice(0, 1)
  if (!used.every((section) => section !== null)) return null
  return used.some(({ before, after, power }) => before || after || power !== 0) ? used : null
}

function sectionOf(code: string): Section | null {
  const words: [string, string] = ['', '']
  let power = 0
  let holds: Section['holds'] = null
  let state: 'before' | 'point' | 'after' = 'before'
  for (const [, quoted, escaped, bracket, digits, commas = '', other] of code.matchAll(tokenPattern)) {
    const literal = quoted ?? escaped ?? (/[\s()+\-,]/.test(other ?? ' ') ? '' : other!)
    if (bracket !== undefined) {
      holds = conditionOf(bracket) ?? holds
      words[state === 'before' ? 0 : 1] += /^\$([^-]*)/.exec(bracket)?.[1] ?? ''
    } else if (digits !== undefined) {
      if (state === 'after') return null
      // A literal point among the digits cuts off as many tens as digits follow it: 123456 is shown as 12.3456.
      if (state === 'point') power -= digits.replace(/[^0#?]/g, '').length
      power -= 3 * commas.length
      state = 'after'
    } else if (literal === '.' && state === 'after') state = 'point'
    else {
      if (other !== undefined && /[a-z/]/i.test(other)) return null
      if (other === '%') power += 2
      words[state === 'before' ? 0 : 1] += literal
    }
  }
  return state === 'before' ? null : { before: words[0].trim(), after: words[1].trim(), power, holds }
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '<>': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
}

function conditionOf(bracket: string): Section['holds'] {
  const match = /^(>=|<=|<>|>|<|=)\s*(-?\d+(?:\.\d+)?)$/.exec(bracket)
  return match ? (figure) => comparisons[match[1]!]!(figure, Number(match[2])) : null
}

/** A figure, given as a plain decimal, as its format shows it, with all decimals: 5 under `0.00"亿元"` is 5亿元. */
export function shownFigure(figure: string, format: NumberFormat): string {
  const number = decimalOf(figure)
  const section = format.find(({ holds }) => holds?.(Number(figure))) ?? format.find(({ holds }) => holds === null)
  if (!number || !section) return figure
  const moved = timesPowerOfTen(number, section.power)
  const { text } = fixed(moved, moved.scale)
  return `${section.before}${text.includes('.') ? text.replace(/\.?0+$/, '') : text}${section.after}`
}
