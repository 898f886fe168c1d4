import { halfWidth } from '../text/normalise.ts'
import { areaUnitOf, areaUnitPattern, currencyPattern, moneyUnitOf } from '../values/units.ts'

/** A unit that a line states, and the figures it names when it speaks of some only: 总投资为亿元. */
export interface StatedUnit {
  readonly unit: string
  readonly of: string | null
}

/** 佰万元, 仟元, 萬元, 億元 as units of today's writing. */
export const modernUnits = (text: string): string =>
  text.replace(/[佰仟萬億圓拾]/g, (sign) => modernSigns[sign] ?? sign)

const modernSigns: Readonly<Record<string, string>> = {
  佰: '百',
  仟: '千',
  萬: '万',
  億: '亿',
  圓: '元',
  拾: '十',
}

const unit = `(?:人民币|rmb|cny)?(?:[百千十]?[万亿]|[百千])?(?:${currencyPattern})|[百千十]?[万亿]|(?:rmb|cny)(?:million|billion)|(?:million|billion)(?:rmb|yuan)|${areaUnitPattern}`
/** 单位：个、万元 counts the projects as well. */
const counted = '个|项|家|户|人|吨|台|套|栋|公里|千米|米|年|月|天|%|万?吨标煤'
const separator = '[/、,;或和及与|]'
const list = `(?:${unit}|${counted})(?:${separator}(?:${unit}|${counted}))*`
/** After a unit nothing goes on that would make it the beginning of a name: 元通街道. */
const end = '(?=$|[^\\p{Script=Han}a-z]|人民币|rmb|cny|填报|填表|制表|报送|统计|日期|时间|截至|截止|货币|面积|金额)'

/** Words that make 单位 an organisation. */
const organisation =
  /(填报|填表|填写|统计|责任|报送|上报|呈报|牵头|建设|编制|编报|制表|主管|主办|承办|协办|施工|实施|业主|申报|设计|监理|代建|配合|挂联|联系|用地|使用|审核|发文|印发|参建|项目|所属|所在)$/

const statement = new RegExp(`单位(?:/unit)?[:为是(]{0,2}(${list})${end}|unit:?(${list})${end}`, 'gu')
const asUnit = new RegExp(`以(${unit})(?:人民币)?(?:为|作为?)(?:计量|货币|金额)?单位`, 'g')
/** 总投资为亿元，年度投资为万元: each figure has a unit of its own. */
const named = new RegExp(`(?<=^|[,;、。:(和及])(\\p{Script=Han}{2,8}?)(?:单位)?[:为是用按以]{1,2}(${unit})${end}`, 'gu')
const whole = new RegExp(
  `^(?:(?:总?投资额?|金额|资金|面积|用地|计量|货币|数额|币种)[:为])?(?:人民币)?((?:${unit})(?:${separator}(?:${unit}))*)(?:人民币)?$`,
  'u',
)

const plain = (line: string): string => modernUnits(halfWidth(line).replace(/\s+/g, '').toLowerCase())

const isUnit = (text: string): boolean => moneyUnitOf(text) !== null || areaUnitOf(text) !== null

/** 人民币 alone names the currency, not how many of it. */
const unitsOfList = (text: string): string[] =>
  text.split(new RegExp(separator)).filter((part) => isUnit(part) && !/^(人民币|rmb|cny)$/.test(part))

/** Units that a line states outright: 单位：万元, 以亿元为单位, 单位：总投资为亿元，年度投资为万元. Prose about amounts states none. */
export function explicitUnits(line: string): StatedUnit[] {
  const text = plain(line)
  const found: StatedUnit[] = []
  for (const match of text.matchAll(statement)) {
    if (organisation.test(text.slice(0, match.index))) continue
    found.push(
      ...unitsOfList(match[1] ?? match[2] ?? '').map((each) => ({ unit: each, of: figuresBefore(text, match.index) })),
    )
  }
  found.push(...[...text.matchAll(asUnit)].map((match) => ({ unit: match[1]!, of: null })))
  if (found.length > 0) return found
  const list = /单位[:为是]/.exec(text)
  if (!list || organisation.test(text.slice(0, list.index))) return []
  return [...text.slice(list.index + list[0].length).matchAll(named)].map((match) => ({
    unit: match[2]!,
    of: match[1]!,
  }))
}

/** 总投资单位：亿元 speaks of 总投资; 金额单位 and 本表单位 speak of all. */
function figuresBefore(text: string, at: number): string | null {
  const words = /(\p{Script=Han}{2,8})$/u.exec(text.slice(0, at))?.[1] ?? ''
  const figures = words.replace(/^(本表|表中|表内|上表|以上|其中)+/, '').replace(/(计量|货币|金额|的)+$/, '')
  return /投资|资金|计划|完成|外资/.test(figures) && !/^(投资|资金)$/.test(figures) ? figures : null
}

/** Units that a line is, or that a bracket closing it is: （万元）, 金额：万元, 重点项目表（亿元、亩）. */
export function bracketUnits(line: string): StatedUnit[] {
  const text = plain(line)
  const bracket = /[([{【]([^)\]}】]*)[)\]}】]$/.exec(text)?.[1]
  const match = whole.exec(bracket ?? text)
  // Nobody counts in tens of 亿: （百亿元） is the size of a programme.
  return match && !/[十百千]亿/.test(match[1]!) ? unitsOfList(match[1]!).map((each) => ({ unit: each, of: null })) : []
}
