import type { LampRule } from '@guatu/playbook'
import { words } from '../text.ts'

/** Defaults; a district sets its own. */
export const thresholds = { warnPercent: 20, redWorkdays: 5 }

export const rules: readonly LampRule[] = [
  {
    key: 'decision-overdue',
    title: words('审批逾期', 'Decision overdue'),
    subject: 'clock',
    when: 'clock.overdue',
    levels: { red: 'clock.overdueWorkdays > t.redWorkdays', orange: 'clock.overdue' },
    figures: ['overdueWorkdays', 'redWorkdays'],
    text: words('审批逾期 {overdueWorkdays} 个工作日', 'Decision {overdueWorkdays} workdays overdue'),
  },
  {
    key: 'decision-due',
    title: words('审批将到期', 'Decision due soon'),
    subject: 'clock',
    when: 'clock.running && !clock.overdue',
    levels: { yellow: 'clock.leftPercent < t.warnPercent' },
    figures: ['leftPercent'],
    text: words('审批时限只剩 {leftPercent}%', '{leftPercent} % of the time to decide left'),
  },
]
