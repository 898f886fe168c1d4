import type { LampReason, Title } from '@guatu/kernel'

/** Good reasons (正当理由) that take a lamp back for a time; the published rules of lamps know no others. */
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

/** A granted exemption: a rule does not light, for the whole item or one of its nodes. */
export interface Exemption {
  readonly exemptionId: string
  readonly rule: string
  /** Null: wherever the rule holds. */
  readonly nodeKey: string | null
  readonly ground: ExemptionGround
  readonly from: string
  /** Last day in force. */
  readonly until: string
  /** Day since which it is no longer in force, where it was ended early. */
  readonly endedOn: string | null
  readonly by: string
}

/** Whether it is in force on a day; past days are not altered by what comes later. */
export const isInForce = ({ from, until, endedOn }: Exemption, day: string): boolean =>
  from <= day && day <= until && (endedOn === null || day < endedOn)

/** Reasons with those marked that an exemption in force takes the light from. */
export function exempt(
  reasons: readonly LampReason[],
  exemptions: readonly Exemption[],
  today: string,
): readonly LampReason[] {
  const inForce = exemptions.filter((exemption) => isInForce(exemption, today))
  if (inForce.length === 0) return reasons
  return reasons.map((reason) => {
    const found = inForce.find(
      ({ rule, nodeKey }) => rule === reason.rule && (nodeKey === null || nodeKey === reason.nodeKey),
    )
    return found ? exempted(reason, found) : reason
  })
}

/** The sentence itself says so, wherever it is read. */
function exempted(reason: LampReason, { exemptionId, ground, until, by }: Exemption): LampReason {
  const { zh, en } = exemptionGrounds[ground]
  const text = {
    zh: `${reason.text.zh}（已豁免至 ${until}：${zh}；批准：${by}）`,
    en: `${reason.text.en} (exempted until ${until}: ${en}; granted by ${by})`,
  }
  return { ...reason, text, exempted: { exemptionId, ground, until, by } }
}
