/** What a label says besides its noun. A column of the wrong year, or of the plan instead of the result, is another column. */
export interface Qualifiers {
  readonly time: 'year' | 'month' | 'past' | 'next' | 'otherMonth' | 'sinceStart' | null
  readonly aspect: 'plan' | 'done' | null
  readonly edge: 'start' | 'finish' | 'both' | null
  readonly ratio: boolean
  /** 其中, 一期, 专项债: a part of the figure, not the figure. */
  readonly part: string | null
}

const partPattern =
  /其中|一期|二期|三期|土建|设备|安装|中央|省级|市级|区级|自筹|银行|贷款|专项债|债券|财政|民间|资本金|征迁|征地|拆迁|工程费|固定资产|固投|外资|内资|注册资本|到位|缺口|剩余|结转|调整|追加|新增|人均|亩均|单位面积|强度|排名|差额|同比|增长|增幅|入库|纳统|在统|统计|申报|支付|合同/

export function qualifiersOf(words: string): Qualifiers {
  const start = /开工|动工|开建|启动|开始|进场/.test(words)
  const finish = /竣工|完工|建成|结束|完成时间|完成日期|完成时限|交付/.test(words)
  return {
    time: timeOf(words),
    aspect: aspectOf(words),
    edge: start && finish ? 'both' : start ? 'start' : finish ? 'finish' : null,
    ratio: /率|占比|比例|比重|%|百分|占.*比|完成.*计划$|系数/.test(words) && !/效率|率先/.test(words),
    part: partPattern.exec(words)?.[0] ?? null,
  }
}

function timeOf(words: string): Qualifiers['time'] {
  if (/他月/.test(words)) return 'otherMonth'
  if (/往年/.test(words)) return 'past'
  if (/来年|明年/.test(words)) return 'next'
  if (/历年/.test(words)) return 'sinceStart'
  if (/本月/.test(words)) return 'month'
  return /今年/.test(words) ? 'year' : null
}

function aspectOf(words: string): Qualifiers['aspect'] {
  if (/计划|目标|任务|拟|预计|安排|应/.test(words)) return 'plan'
  return /完成(?!时间|日期|时限|情况)|实际|已|累计/.test(words) ? 'done' : null
}

const levels = /^(中央|省级|市级|区级)$/

/** 区级责任单位 is the district's unit in charge, 区级资金 a part of the money: a level divides figures only. */
export const withoutLevel = (qualifiers: Qualifiers): Qualifiers =>
  isLevel(qualifiers.part ?? '') ? { ...qualifiers, part: null } : qualifiers

/** 市级 alone below 资金来源 names a part and nothing else. */
export const isLevel = (words: string): boolean => levels.test(words)

/** The leaf's own word counts first; what it leaves open its groups may say. */
export function inherited(leaf: Qualifiers, group: Qualifiers): Qualifiers {
  return {
    time: leaf.time ?? group.time,
    aspect: leaf.aspect ?? group.aspect,
    edge: leaf.edge ?? group.edge,
    ratio: leaf.ratio || group.ratio,
    part: leaf.part ?? group.part,
  }
}

/** How well a header's qualifiers go with those of a known word: 1 when nothing speaks against it. */
export function compatibility(header: Qualifiers, word: Qualifiers): number {
  let factor = 1
  if (header.time !== word.time) factor *= header.time === null ? 0.8 : word.time === null ? 0.5 : 0.2
  if (header.aspect !== word.aspect)
    factor *= header.aspect === null ? 0.88 : word.aspect === null ? (header.aspect === 'plan' ? 0.85 : 0.6) : 0.35
  if (header.edge !== word.edge) factor *= header.edge === null ? 0.8 : word.edge === null ? 0.7 : 0.2
  if (header.ratio !== word.ratio) factor *= 0.25
  if (header.part !== word.part) factor *= header.part === null ? 0.75 : 0.5
  return factor
}
