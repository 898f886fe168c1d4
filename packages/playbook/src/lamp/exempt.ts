import { type ExemptionGround, exemptionGrounds, type LampReason } from '@guatu/kernel'

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
