import type { LampRule } from '@guatu/playbook'
import { words } from '../text.ts'

/** Defaults; a district sets its own. Days are calendar days, points are percentage points. */
export const thresholds = {
  dueSoonDays: 7,
  lateYellowDays: 1,
  lateOrangeDays: 15,
  lateRedDays: 30,
  startYellowDays: 1,
  startRedDays: 90,
  behindYellowPoints: 10,
  behindOrangePoints: 20,
  behindRedPoints: 30,
  silentPercent: 17,
}

export const rules: readonly LampRule[] = [
  {
    key: 'node-late',
    title: words('节点逾期', 'Node late'),
    subject: 'node',
    when: 'node.lateDays > 0',
    levels: {
      red: 'node.lateDays > t.lateRedDays',
      orange: 'node.lateDays > t.lateOrangeDays',
      yellow: 'node.lateDays >= t.lateYellowDays',
    },
    figures: ['lateDays', 'lateWorkdays'],
    text: words(
      '已逾期 {lateDays} 天（{lateWorkdays} 个工作日）',
      '{lateDays} days late ({lateWorkdays} working days)',
    ),
    basis: '逾期即亮灯、按天数升级；天数由区自定',
  },
  {
    key: 'node-start-missed',
    title: words('节点未按时启动', 'Node not started in time'),
    subject: 'node',
    when: 'node.startLateDays > 0 && node.lateDays == 0',
    levels: { yellow: 'node.startLateDays >= t.startYellowDays' },
    figures: ['startLateDays'],
    text: words('应启动未启动 {startLateDays} 天', 'should have started {startLateDays} days ago'),
    basis: '银川：应开工未开工亮黄灯',
  },
  {
    key: 'node-due-soon',
    title: words('节点临近', 'Node due soon'),
    subject: 'node',
    when: 'node.dated && node.dueInDays >= 0',
    levels: { blue: 'node.dueInDays <= t.dueSoonDays' },
    figures: ['dueInDays'],
    text: words('还有 {dueInDays} 天到期', 'due in {dueInDays} days'),
  },
  {
    key: 'behind-schedule',
    title: words('投资落后序时进度', 'Investment behind the time schedule'),
    subject: 'item',
    when: 'item.hasPlan && item.reported && !item.finished',
    levels: {
      red: 'item.behindPoints > t.behindRedPoints',
      orange: 'item.behindPoints > t.behindOrangePoints',
      yellow: 'item.behindPoints > t.behindYellowPoints',
    },
    figures: ['behindPoints', 'donePercent', 'elapsedPercent'],
    text: words(
      '投资完成 {donePercent}%，序时进度 {elapsedPercent}%，落后 {behindPoints} 个百分点',
      '{donePercent} % invested at {elapsedPercent} % of the year: {behindPoints} points behind',
    ),
    basis: '银川：落后 10 至 30 个百分点黄灯、30 以上红灯；天津：落后 30% 以内黄灯、以上红灯。橙灯为中间档，由区自定',
  },
  {
    key: 'nothing-reported',
    title: words('投资未报数', 'No investment reported'),
    subject: 'item',
    when: 'item.hasPlan && !item.reported && !item.finished',
    levels: { yellow: 'item.elapsedPercent > t.silentPercent' },
    figures: ['elapsedPercent'],
    text: words(
      '序时进度已过 {elapsedPercent}%，今年尚未报送投资',
      'nothing reported at {elapsedPercent} % of the year',
    ),
    basis: '茅箭区：未报送即亮灯；灯色由区自定',
  },
  {
    key: 'start-missed',
    title: words('未按计划开工', 'Start missed'),
    subject: 'item',
    when: 'item.startLateDays > 0',
    levels: {
      red: 'item.startLateDays > t.startRedDays',
      yellow: 'item.startLateDays >= t.startYellowDays',
    },
    figures: ['startLateDays'],
    text: words('应开工未开工 {startLateDays} 天', 'should have started {startLateDays} days ago'),
    basis: '银川：应开工未开工黄灯，连续三个月红灯',
  },
  {
    key: 'overdue',
    title: words('未按期竣工', 'Finish missed'),
    subject: 'item',
    when: 'item.overdueDays > 0',
    levels: {
      red: 'item.overdueDays > t.lateRedDays',
      orange: 'item.overdueDays > t.lateOrangeDays',
      yellow: 'item.overdueDays >= t.lateYellowDays',
    },
    figures: ['overdueDays'],
    text: words('应竣工未竣工 {overdueDays} 天', 'should have finished {overdueDays} days ago'),
    basis: '逾期即亮灯、按天数升级；天数由区自定',
  },
]
