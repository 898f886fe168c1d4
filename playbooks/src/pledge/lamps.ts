import type { LampRule } from '@guatu/playbook'
import { words } from '../text.ts'

/** Defaults; a district sets its own. */
export const thresholds = { riskDays: 60, nearDays: 30, brokenOrangeDays: 30 }

export const rules: readonly LampRule[] = [
  {
    key: 'pledge-at-risk',
    title: words('承诺有违约风险', 'Pledge at risk'),
    subject: 'item',
    when: 'item.dated && item.dueInDays >= 0 && !item.promiseKept && item.promiseKnown',
    levels: { yellow: 'item.dueInDays <= t.nearDays', blue: 'item.dueInDays <= t.riskDays' },
    figures: ['dueInDays', 'promisePercent'],
    text: words(
      '距承诺时限 {dueInDays} 天，已核实完成 {promisePercent}%',
      '{dueInDays} days to go, {promisePercent} % verified',
    ),
    tells: { yellow: ['lead', 'owner'] },
    basis: '投资合同约定；提前天数由区自定',
  },
  {
    key: 'pledge-unproven',
    title: words('承诺临期尚无核实数', 'Nothing verified yet'),
    subject: 'item',
    when: 'item.dated && item.dueInDays >= 0 && !item.promiseKnown',
    levels: { yellow: 'item.dueInDays <= t.nearDays', blue: 'item.dueInDays <= t.riskDays' },
    figures: ['dueInDays'],
    text: words('距承诺时限 {dueInDays} 天，尚无核实数据', '{dueInDays} days to go and nothing verified'),
    tells: { yellow: ['lead', 'owner'] },
  },
  {
    key: 'pledge-broken',
    title: words('承诺到期未兑现', 'Pledge broken'),
    subject: 'item',
    when: 'item.overdueDays > 0 && !item.promiseKept',
    levels: { red: 'item.overdueDays > t.brokenOrangeDays', orange: 'item.overdueDays > 0' },
    figures: ['overdueDays', 'promisePercent'],
    text: words(
      '承诺到期已 {overdueDays} 天，核实完成 {promisePercent}%',
      '{overdueDays} days past, {promisePercent} % verified',
    ),
    tells: { orange: ['lead', 'owner'], red: ['lead', 'supervising', 'all'] },
    consequence: { orange: words('提醒企业', 'Remind the firm'), red: words('约谈企业', 'Talk to the firm') },
    basis: '提醒—约谈—限期整改—追回扶持，依投资合同',
  },
]
