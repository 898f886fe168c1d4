import type { Title } from './title.ts'

/** Good reasons (正当理由) that take a lamp back for a time; no others are accepted. */
export const exemptionGrounds = {
  policy: { zh: '国家或上级政策调整', en: 'Change of policy from above' },
  planning: { zh: '规划或用地指标调整', en: 'Planning or land quota changed' },
  forceMajeure: { zh: '不可抗力', en: 'Force majeure' },
  statutory: { zh: '法定程序占用时间', en: 'Time that the law takes' },
  market: { zh: '企业重组或市场重大变化', en: 'Restructuring or a major change of the market' },
  correction: { zh: '数据口径更正中', en: 'Figures being corrected' },
} as const satisfies Readonly<Record<string, Title>>

export type ExemptionGround = keyof typeof exemptionGrounds

export const exemptionGroundKeys = Object.keys(exemptionGrounds) as readonly ExemptionGround[]
