import type { CountKind, RungLevel, Title } from '@guatu/kernel'
import type { ChargedRelation, Clock, ItemRelation, Limit, LimitUnit, Playbook } from '@guatu/playbook'
import { section, table } from './markdown.ts'

const both = ({ zh, en }: Title): string => `${zh} ${en}`
const code = (text: string): string => `\`${text}\``

const relationTitles: Readonly<Record<ItemRelation, string>> = {
  all: '统筹全区的单位',
  lead: '牵头单位',
  cooperating: '配合单位',
  supervising: '督办单位',
  owner: '责任人',
  leader: '责任领导',
  team: '专班',
  firm: '企业',
  partner: '伙伴',
  raiser: '提出方',
  issuer: '签发方',
  area: '所在镇街',
  nodeDuty: '节点责任方',
  charge: '包联领导',
}

const countTitles: Readonly<Record<CountKind, string>> = {
  handOver: '转办',
  reopening: '重启',
  extension: '延期',
  rejection: '驳回',
  return: '退回',
}

const unitTitles: Readonly<Record<LimitUnit, string>> = { workHours: '工作小时', workdays: '工作日', days: '日' }

const rungTitles: Readonly<Record<RungLevel, string>> = {
  town: '镇街',
  department: '部门',
  leader: '区领导',
  joint: '联席会议',
}

/** What makes a list a closed loop: whose move is whose, what it asks for, what time there is for it. Empty for a plain list. */
export function loopSections(playbook: Playbook): string[] {
  return [movesSection(playbook), clocksSection(playbook), ladderSection(playbook), linkKindsSection(playbook)].flat()
}

const isPlain = ({ by, asks, counts }: Playbook['moves'][number]) => !by && !asks && !counts

function movesSection(playbook: Playbook): string[] {
  if (playbook.moves.every(isPlain)) return []
  const stage = (key: string) => playbook.stages.find((candidate) => candidate.key === key)!.title
  const field = (key: string) => playbook.fields[key]!.title.zh
  const rows = playbook.moves.map(({ from, to, title, by, asks = [], needs = [], back, reason, counts }) => [
    stage(from).zh,
    stage(to).zh,
    both(title ?? stage(to)),
    (by ?? []).map((relation) => relationTitles[relation]).join('、') || '有流转权的各方',
    asks.map((key) => (needs.includes(key) ? `${field(key)}（必填）` : field(key))).join('、'),
    [back || reason ? '写明理由' : '', counts ? `计${countTitles[counts]}` : ''].filter(Boolean).join('，'),
  ])
  return [section('流转 Moves', table(['从', '到', '步骤', '由谁办', '一并填写', ''], rows))]
}

function limitText({ when, amount, unit, basis }: Limit): string {
  const test = when === undefined ? '' : `（当 ${code(when)}）`
  return `${amount} ${unitTitles[unit]}${test}${basis ? `，${basis}` : ''}`
}

const chargedTitle = (relation: ChargedRelation) => relationTitles[relation]

function clocksSection({ clocks = [], stages, fields }: Playbook): string[] {
  if (clocks.length === 0) return []
  const stage = (key: string) => stages.find((candidate) => candidate.key === key)!.title.zh
  const limitOf = ({ limit }: Clock) =>
    'field' in limit ? `至“${fields[limit.field]!.title.zh}”当日` : limit.map(limitText).join('；') || '只计时，无时限'
  const rows = clocks.map((clock) => [
    code(clock.key),
    both(clock.title),
    clock.runsIn.map(stage).join('、'),
    limitOf(clock),
    chargedTitle(clock.chargedTo),
    Object.values(clock.pauses)
      .map(({ zh }) => zh)
      .join('、'),
    [clock.warnPercent ? `剩 ${clock.warnPercent}% 预警` : '', clock.restarts ? '重新进入则重新计' : '']
      .filter(Boolean)
      .join('，'),
  ])
  return [section('计时 Clocks', table(['键', '名称', '在哪些阶段计', '时限', '计入', '可停止计时的事由', ''], rows))]
}

function ladderSection({ ladder = [], clocks = [] }: Playbook): string[] {
  if (ladder.length === 0) return []
  const clock = (key: string) => clocks.find((candidate) => candidate.key === key)!.title.zh
  const rows = ladder.map(({ level, title, after }) => [
    rungTitles[level],
    both(title),
    after.overdueWorkdays === 0
      ? `“${clock(after.clock)}”超时即升`
      : `“${clock(after.clock)}”超时 ${after.overdueWorkdays} 个工作日`,
  ])
  return [section('逐级上报 Ladder', table(['层级', '名称', '何时'], rows))]
}

function linkKindsSection({ linkKinds = {} }: Playbook): string[] {
  const rows = Object.entries(linkKinds).map(([key, { title, reverse, to, node, many }]) => [
    code(key),
    both(title),
    both(reverse),
    to === 'any' ? '任何清单' : code(to),
    [node ? '可指到节点' : '', many ? '可多个' : ''].filter(Boolean).join('，'),
  ])
  return rows.length === 0
    ? []
    : [section('关联 Links to other items', table(['键', '名称', '反向', '对象', ''], rows))]
}
