import type { LampRule } from '@guatu/playbook'
import { words } from '../text.ts'

/** Defaults; a district sets its own. */
export const thresholds = {
  warnPercent: 20,
}

const basis = '某地督办时限：剩余不足 20% 亮黄灯，逾期亮红灯'

export const rules: readonly LampRule[] = [
  {
    key: 'clock-overdue',
    title: words('超期', 'Overdue'),
    subject: 'clock',
    when: 'clock.overdue',
    levels: { red: 'clock.overdue' },
    figures: ['overdueWorkdays', 'overdueHours'],
    text: words(
      '超期 {overdueWorkdays} 个工作日（{overdueHours} 工作小时）',
      '{overdueWorkdays} workdays ({overdueHours} work hours) overdue',
    ),
    basis,
  },
  {
    key: 'clock-short',
    title: words('时限将到', 'Time runs out'),
    subject: 'clock',
    when: 'clock.running && !clock.overdue',
    levels: { yellow: 'clock.leftPercent < t.warnPercent' },
    figures: ['leftPercent'],
    text: words('时限只剩 {leftPercent}%', '{leftPercent} % of the time left'),
    basis,
  },
  {
    key: 'clock-paused',
    title: words('计时暂停', 'Clock stopped'),
    subject: 'clock',
    when: 'clock.paused',
    levels: { blue: 'clock.paused' },
    figures: [],
    text: words('计时暂停，不计入办理时间', 'The clock is stopped'),
    basis: '行政许可法第四十五条：听证、检验、检测、鉴定、专家评审所需时间不计入期限',
  },
]
