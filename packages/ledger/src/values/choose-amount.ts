import type { AmountGroup } from './amounts.ts'

/** What a text of several amounts is about, or why that cannot be told. */
export type Chosen =
  | { readonly kind: 'amount'; readonly group: AmountGroup }
  | { readonly kind: 'why'; readonly message: string }

const why = (message: string): Chosen => ({ kind: 'why', message })

const totalWords = /总投资|投资总额|总额|总规模|合计|共计|总计|总共|(^|[,;。:])(共|总)$/
const partWords = /其中|[一二三四五六]期|首期|含|包括/
/** Money of another sort than what the project costs. */
const otherWords = /产值|产出|税收?|营收|销售|注册资本|收入|利润/
const sameWords = /其中|含|包括|折合|约合|合人民币|相当于|即|=|≈/
const changeWords = /(调整?|增加?|变更|改|追加|减少?)(为|至|到)/
const perUnit = /^每?(平方|平米|亩|公顷|m2)|^\/[\p{Script=Han}a-z]|^每/u
const priceLead = /每(平方米|平米|m2|亩|公顷|吨|人|户|台|套)|亩均|人均|均价|单价|地价/

/** A price, 3000元/㎡, is no amount. Of several amounts the one that is called the total counts, else the whole before its parts. */
export function chooseAmount(groups: readonly AmountGroup[]): Chosen {
  const figures = groups.filter(({ lead, tail }) => !perUnit.test(tail) && !priceLead.test(lead))
  const costs = figures.filter(({ lead }) => !otherWords.test(lead))
  const amounts = costs.length > 0 ? costs : figures
  const first = amounts[0]
  if (!first) return why(groups.length > 0 ? '是单价或面积，不是金额' : '读不成金额')
  if (amounts.length === 1) return { kind: 'amount', group: first }
  if (amounts.some(({ lead }) => changeWords.test(lead))) return why('里的金额有变更，不知按哪个')
  const totals = amounts.filter(({ lead }) => totalWords.test(lead) && !partWords.test(lead))
  if (totals.length === 1) return { kind: 'amount', group: totals[0]! }
  const rest = amounts.slice(1)
  const whole = !partWords.test(first.lead) && rest.every(({ lead }) => sameWords.test(lead))
  // 一期5亿元，二期3亿元: the first phase is sure, what follows makes it more.
  const phases = /(一|首)期/.test(first.lead) && rest.every(({ lead }) => /[二三四五六后]期/.test(lead))
  if (totals.length === 0 && (whole || phases)) return { kind: 'amount', group: first }
  return why('里有几个数，不知哪个是金额')
}
