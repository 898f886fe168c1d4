import type { LampRule } from '@guatu/playbook'
import { words } from '../text.ts'

/** Hours are working hours, days working days; a district sets its own. */
export const thresholds = {
  receiptReminderHours: 4,
  receiptYellowHours: 8,
  leftYellowPercent: 20,
}

const receiptBasis = '某地督办签收时限：4 小时提醒、8 小时黄灯、1 个工作日红灯'

export const rules: readonly LampRule[] = [
  {
    key: 'receipt-late',
    title: words('逾期未签收', 'Not received in time'),
    subject: 'clock',
    clocks: ['receipt'],
    when: 'clock.running && clock.overdue',
    levels: { red: 'clock.overdue' },
    figures: ['spentHours'],
    text: words('已过 {spentHours} 个工作小时未签收', 'not received after {spentHours} working hours'),
    basis: receiptBasis,
  },
  {
    key: 'receipt-waits',
    title: words('尚未签收', 'Not received yet'),
    subject: 'clock',
    clocks: ['receipt'],
    when: 'clock.running && !clock.overdue',
    levels: {
      yellow: 'clock.spentHours >= t.receiptYellowHours',
      blue: 'clock.spentHours >= t.receiptReminderHours',
    },
    figures: ['spentHours'],
    text: words('已过 {spentHours} 个工作小时未签收', 'not received after {spentHours} working hours'),
    basis: receiptBasis,
  },
  {
    key: 'time-short',
    title: words('时限将到', 'Time is short'),
    subject: 'clock',
    clocks: ['reply', 'acceptance'],
    when: 'clock.limited && clock.running && !clock.overdue',
    levels: { yellow: 'clock.leftPercent < t.leftYellowPercent' },
    figures: ['leftHours', 'leftPercent'],
    text: words('剩余 {leftHours} 个工作小时（{leftPercent}%）', '{leftHours} working hours left ({leftPercent} %)'),
    basis: '时限剩余不足 20% 亮黄灯，逾期亮红灯',
  },
  {
    key: 'time-over',
    title: words('超过时限', 'Out of time'),
    subject: 'clock',
    clocks: ['reply', 'acceptance', 'approval'],
    when: 'clock.running && clock.overdue',
    levels: { red: 'clock.overdueWorkdays >= 0.0' },
    figures: ['overdueWorkdays', 'overdueHours'],
    text: words(
      '逾期 {overdueWorkdays} 个工作日（{overdueHours} 个工作小时）',
      '{overdueWorkdays} working days late ({overdueHours} working hours)',
    ),
    basis: '时限剩余不足 20% 亮黄灯，逾期亮红灯',
  },
]
