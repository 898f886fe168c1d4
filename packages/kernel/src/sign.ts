import type { Title } from './title.ts'

/** What a kind of record counts under a sign, and from which figure on; the figure's unit stands in its words. */
interface SignKindWords {
  readonly title: Title
  /** Quotes the threshold as `{n}`. */
  readonly counts: Title
}

interface SignWords {
  readonly title: Title
  readonly meaning: Title
  readonly kinds: Readonly<Record<string, SignKindWords>>
}

const kind = (zh: string, en: string, countsZh: string, countsEn: string): SignKindWords => ({
  title: { zh, en },
  counts: { zh: countsZh, en: countsEn },
})

/**
 * 慢 阻 浮 推 怕: five signs that work does not move, read from records alone. A sign is a number of records of a unit or an
 * item, never a score and never a verdict on a person.
 */
export const signs = {
  slow: {
    title: { zh: '慢', en: 'Slow' },
    meaning: { zh: '节点、时限逾期', en: 'Nodes and time limits overdue' },
    kinds: {
      nodeLate: kind('节点逾期', 'Node late', '未完成节点逾期满 {n} 天', 'open nodes {n} days past their date'),
      clockOverdue: kind('超过时限', 'Over the limit', '办理时限超过满 {n} 天', 'time limits exceeded by {n} days'),
    },
  },
  blocked: {
    title: { zh: '阻', en: 'Blocked' },
    meaning: { zh: '难题、堵点长期未解', en: 'Problems and blockers that stay open' },
    kinds: {
      problemOpen: kind('难题未解', 'Problem open', '难题提出满 {n} 天未办结', 'problems open for {n} days'),
      blockerStands: kind(
        '问题挂账',
        'Blocker stands',
        '台账写明问题满 {n} 天未更新',
        'blockers untouched for {n} days',
      ),
    },
  },
  superficial: {
    title: { zh: '浮', en: 'Superficial' },
    meaning: { zh: '报送无佐证、照抄上月或与核实数不符', en: 'Reports without evidence, copied, or contradicted' },
    kinds: {
      noEvidence: kind(
        '无佐证',
        'No evidence',
        '报完成而无佐证（近 {n} 天）',
        'done without evidence, within {n} days',
      ),
      copied: kind('照抄上月', 'Copied', '内容与数据同上月（近 {n} 天）', 'same as the month before, within {n} days'),
      contradicted: kind('与核实不符', 'Contradicted', '报送数与核实数相差满 {n}%', '{n} % off the verified figure'),
    },
  },
  passedOn: {
    title: { zh: '推', en: 'Passed on' },
    meaning: { zh: '转交多次、来回退办', en: 'Handed on and handed back' },
    kinds: {
      handOvers: kind('多次转交', 'Handed on', '转交满 {n} 次', 'handed over {n} times'),
      pingPong: kind('来回退办', 'Back and forth', '回到经手过的单位满 {n} 次', 'back with a former unit {n} times'),
    },
  },
  undecided: {
    title: { zh: '怕', en: 'Undecided' },
    meaning: { zh: '该定不定：审批、验收、申请超期未决', en: 'Nothing decided past the limit' },
    kinds: {
      decisionOverdue: kind(
        '审定超期',
        'Decision overdue',
        '待审定事项超过时限满 {n} 天',
        'decisions {n} days past the limit',
      ),
      exemptionWaits: kind('豁免未批', 'Exemption waits', '豁免申请满 {n} 天未批', 'exemptions asked {n} days ago'),
      reportWaits: kind(
        '报送未收',
        'Report waits',
        '报送满 {n} 天未收未退',
        'reports neither taken nor returned for {n} days',
      ),
    },
  },
} as const satisfies Readonly<Record<string, SignWords>>

export type SignKey = keyof typeof signs

export const signKeys = Object.keys(signs) as readonly SignKey[]
