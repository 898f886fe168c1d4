import { bareLabel, halfWidth } from '../text/normalise.ts'
import { areaUnitOf, areaUnitPattern, currencyPattern, moneyUnitOf } from '../values/units.ts'
import { anyYear, type ReportPeriod } from './period.ts'
import { modernUnits } from './unit-statement.ts'

/** A column's header from its top level down, each text once. */
export type HeaderPath = readonly string[]

const spaceless = (text: string): string => text.replace(/\s+/g, '')

/** `投资完成情况/今年计划投资`. */
export const headerText = (path: HeaderPath): string => path.map(spaceless).join('/')

const unitWord = `(?:人民币)?(?:百|千|十)?[万亿]?(?:${currencyPattern})|[百千十]?[万亿]|${areaUnitPattern}`
const trailingUnit = new RegExp(`(?:[:;,]|单位:?)?(?:${unitWord})$`)

/** Units that a header names, in brackets, after 单位, or at its end: 总投资(亿元), 用地面积 亩. */
export function unitsIn(header: string): string[] {
  const text = modernUnits(spaceless(halfWidth(header).toLowerCase()))
  const inBrackets = [...text.matchAll(/[([{]([^)\]}]*)[)\]}]?/g)].flatMap((match) =>
    match[1]!.replace(/^单位[:为是]?/, '').split(/[/、,;或]/),
  )
  const afterWord = [...text.matchAll(/单位[:为是]([^)\]}]*)/g)].flatMap((match) => match[1]!.split(/[/、,;或]/))
  const atEnd = trailingUnit.exec(text.replace(/[)\]}]+$/, ''))?.[0] ?? ''
  const all = [...inBrackets, ...afterWord, atEnd.replace(/^[:;,]|^单位:?/g, '')].filter((part) => isUnit(part))
  return [...new Set(all)]
}

const isUnit = (part: string): boolean => part !== '' && (moneyUnitOf(part) !== null || areaUnitOf(part) !== null)

const bracketed = /[([{【〔]([^)\]}】〕]*)[)\]}】〕]?/g

/**
 * The words of a label, half-width, without units, numbering and signs: first without bracketed remarks, then with them
 * where they are no unit, since 投资（计划） says in brackets what it is. Empty when the label is only a unit.
 */
export function labelVariants(label: string, period: ReportPeriod | null): string[] {
  const text = modernUnits(spaceless(halfWidth(label).toLowerCase())).replace(/单位[:为是].*$/, (part) =>
    unitsIn(part).length > 0 ? '' : part,
  )
  const outside = text.replace(bracketed, '')
  const inside = text.replace(bracketed, (_, remark: string) => (unitsIn(`(${remark})`).length > 0 ? '' : remark))
  const variants = [outside, inside, ...languages(outside)].map((variant) => wordsOf(variant, period))
  return [...new Set(variants.filter((words) => words !== ''))]
}

/** 责任单位/责任人 names two things; each is a label of its own. Units and dates keep their slashes. */
export function labelParts(label: string): string[] {
  const text = spaceless(halfWidth(label)).replace(bracketed, '')
  const parts = text.split(/[/、,]|及(?=\p{Script=Han}{2})|和(?=\p{Script=Han}{2})/u).filter((part) => part !== '')
  return parts.length === 2 && parts.every((part) => /^\p{Script=Han}{2,8}$/u.test(part)) ? parts : []
}

/** Start 开工 says the same twice: each language is a reading of its own. */
function languages(text: string): string[] {
  const chinese = text.replace(/[^\p{Script=Han}\d-]/gu, '')
  const latin = text.replace(/[\p{Script=Han}]/gu, '')
  return chinese.length >= 2 && /[a-z]{3}/.test(latin) ? [chinese, latin] : []
}

function wordsOf(text: string, period: ReportPeriod | null): string {
  const unnumbered = text.replace(/^([一二三四五六七八九十]+、|[0-9]{1,2}[.、](?!\d))/, '').replace(/^[*#☆★]+/, '')
  if (isUnit(unnumbered)) return ''
  const unitless = unnumbered.replace(trailingUnit, '')
  const words = bareLabel(unitless).length >= 2 ? unitless : unnumbered
  return bareLabel(period ? timedWords(words, period) : words)
}

/**
 * Words in one form for time: the report year, 本年, 年度 become 今年; other years 往年 or 来年; the report month 本月,
 * others 他月; 1-3月 and 年初以来 今年累计; 自开工 历年. So 2026年计划投资 is the year's plan only in 2026.
 */
function timedWords(words: string, period: ReportPeriod): string {
  return (
    words
      .replace(/(截至|截止|至)?(20\d{2})年?(底|末)(前)?/g, (_, __, year) =>
        Number(year) < period.year ? '往年累计' : '今年',
      )
      .replace(/(?<!\d)(20\d{2})(年度|年|(?=\D))/g, (_, year) => yearWord(Number(year), period.year))
      .replace(
        /(自|从)(开工|动工|建设|项目启动)起(?!止)|(自|从)?(开工|动工|建设|项目启动)(以来|至今)|历年|开工累计|总累计/g,
        '历年',
      )
      .replace(/(自)?年初(以来|至今|起)?|今年以来/g, '今年')
      .replace(/\d{1,2}月?[-至到~](\d{1,2}|本)月份?/g, '今年累计')
      .replace(/(截至|截止|至)(目前|\d{1,2}月(底|末|份)?|本月(底|末)?|今)/g, '累计')
      .replace(/(\d{1,2})月份?/g, (_, month) =>
        period.month === null || Number(month) === period.month ? '本月' : '他月',
      )
      .replace(/本年度|本年|当年度?|全年度?|年度|(?<=今年)年度?/g, '今年')
      .replace(/当月|单月|月度|本月份/g, '本月')
      .replace(/去年度?|上年度?|以前年度|前期/g, '往年')
      .replace(/明年度?|下年度?/g, '来年')
      .replace(/(今年)+/g, '今年')
      .replace(/(本月)+/g, '本月')
      .replace(/(累计)+/g, '累计')
      // 其中：2026年度计划 is the year's share of the total, and the whole of the year's plan.
      .replace(/^其中:?(?=今年|本月)/, '')
  )
}

function yearWord(year: number, current: number): string {
  return current === anyYear.year || year === current ? '今年' : year < current ? '往年' : '来年'
}
