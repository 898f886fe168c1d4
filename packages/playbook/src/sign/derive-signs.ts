import { type SignKey, signs, type Title } from '@guatu/kernel'

/** From which figure on a record counts, by kind. Published as they are; days are calendar days. */
export const signThresholds = {
  nodeLate: 1,
  clockOverdue: 1,
  problemOpen: 15,
  blockerStands: 30,
  noEvidence: 60,
  copied: 60,
  contradicted: 5,
  handOvers: 2,
  pingPong: 1,
  decisionOverdue: 1,
  exemptionWaits: 5,
  reportWaits: 5,
} as const satisfies Readonly<Record<string, number>>

export type SignKind = keyof typeof signThresholds

/** Kinds that count what happened within so many days; all others count from the figure on. */
const recentKinds: ReadonlySet<SignKind> = new Set(['noEvidence', 'copied'])

/** A record as it is stored, before it is known whether it counts. */
export interface SignRow {
  readonly kind: SignKind
  readonly itemId: string
  /** Names the record within its item and kind: a node's key, a report's id. */
  readonly record: string
  /** What the record is, as people call it. */
  readonly title: Title
  readonly unitId: string | null
  /** Days, times or percent, by kind. */
  readonly figure: number
}

export interface SignRecord extends SignRow {
  readonly sign: SignKey
  readonly text: Title
}

const kindsOf = (sign: SignKey): readonly string[] => Object.keys(signs[sign].kinds)

const texts: Readonly<Record<SignKind, (title: Title, figure: number) => Title>> = {
  nodeLate: ({ zh, en }, n) => ({ zh: `节点“${zh}”逾期 ${n} 天`, en: `${en}: ${n} days late` }),
  clockOverdue: ({ zh, en }, n) => ({ zh: `“${zh}”超过时限 ${n} 天`, en: `${en}: ${n} days over the limit` }),
  problemOpen: ({ zh, en }, n) => ({ zh: `难题“${zh}”提出 ${n} 天未办结`, en: `${en}: open for ${n} days` }),
  blockerStands: ({ zh, en }, n) => ({ zh: `台账问题 ${n} 天未更新：${zh}`, en: `Untouched for ${n} days: ${en}` }),
  noEvidence: ({ zh, en }, n) => ({
    zh: `${zh} 报送完成，无佐证（${n} 天前）`,
    en: `${en}: done, no evidence, ${n} days ago`,
  }),
  copied: ({ zh, en }, n) => ({
    zh: `${zh} 报送与上月相同（${n} 天前）`,
    en: `${en}: same as last month, ${n} days ago`,
  }),
  contradicted: ({ zh, en }, n) => ({
    zh: `${zh}：报送数与核实数相差 ${n}%`,
    en: `${en}: ${n} % off the verified figure`,
  }),
  handOvers: ({ zh, en }, n) => ({ zh: `${zh}：转交 ${n} 次`, en: `${en}: handed over ${n} times` }),
  pingPong: ({ zh, en }, n) => ({
    zh: `${zh}：回到经手过的单位 ${n} 次`,
    en: `${en}: back with a former unit ${n} times`,
  }),
  decisionOverdue: ({ zh, en }, n) => ({
    zh: `“${zh}”超过时限 ${n} 天未定`,
    en: `${en}: undecided ${n} days past the limit`,
  }),
  exemptionWaits: ({ zh, en }, n) => ({
    zh: `豁免申请（${zh}）${n} 天未批`,
    en: `Exemption (${en}) waits for ${n} days`,
  }),
  reportWaits: ({ zh, en }, n) => ({ zh: `${zh} 报送 ${n} 天未收未退`, en: `${en}: report waits for ${n} days` }),
}

/** Whether a record counts: from its kind's threshold on, or within it where the kind looks at what is recent. */
const counts = ({ kind, figure }: SignRow, thresholds: Readonly<Record<SignKind, number>>): boolean =>
  recentKinds.has(kind) ? figure <= thresholds[kind] : figure >= thresholds[kind]

/** The records that count under a sign, the gravest first. Nothing but the rows given is looked at. */
export function deriveSign(
  sign: SignKey,
  rows: readonly SignRow[],
  thresholds: Readonly<Record<SignKind, number>> = signThresholds,
): SignRecord[] {
  const kinds = new Set(kindsOf(sign))
  return rows
    .filter((row) => kinds.has(row.kind) && counts(row, thresholds))
    .map((row) => ({ ...row, sign, text: texts[row.kind](row.title, row.figure) }))
    .sort((a, b) => kindsOf(sign).indexOf(a.kind) - kindsOf(sign).indexOf(b.kind) || b.figure - a.figure)
}
