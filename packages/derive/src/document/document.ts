import type { Title } from '@guatu/kernel'
import { lampFaces } from '@guatu/kernel'
import {
  evidenceSubject,
  type Field,
  type FieldKind,
  type LitLevel,
  linkNeedText,
  type Playbook,
  type Requirement,
  type SecretClass,
} from '@guatu/playbook'
import { unitTitle } from '../show-value.ts'
import { loopSections } from './loop.ts'
import { section, table } from './markdown.ts'

/** What a kind is called, and what a value looks like. */
const kindTitles: { readonly [K in FieldKind]: string } = {
  text: '文字',
  longText: '长文字',
  integer: '整数',
  number: '数字',
  percent: '百分数',
  money: '金额',
  date: '日期',
  choice: '选项',
  flag: '是否',
  org: '单位',
  orgs: '单位（可多个）',
  person: '人员',
  area: '区域',
  industry: '国民经济行业',
  districtIndustry: '区产业体系',
  uscc: '统一社会信用代码',
  phone: '电话',
}

/** Whoever may read such a field has the right of its class. */
const secretTitles: Readonly<Record<SecretClass, string>> = { negotiation: '洽谈秘密', personal: '个人信息' }

const both = ({ zh, en }: Title): string => `${zh} ${en}`
const code = (text: string): string => `\`${text}\``

/** The docs page of a playbook: what a user or a reviewer wants to know of a list without reading its definition. */
export function playbookDocument(playbook: Playbook): string {
  return [
    `# ${both(playbook.title)}`,
    `清单 ${code(playbook.key)}，第 ${playbook.version} 版。本页由定义生成。`,
    fieldsSection(playbook),
    stagesSection(playbook),
    gatesSection(playbook),
    ...loopSections(playbook),
    nodesSection(playbook),
    linksSection(playbook),
    lampsSection(playbook),
    metricsSection(playbook),
  ]
    .join('\n\n')
    .concat('\n')
}

function fieldsSection(playbook: Playbook): string {
  const rows = Object.entries(playbook.fields).map(([key, field]) => [
    code(key),
    both(field.title),
    `${kindTitles[field.kind]}${detail(field)}`,
    [field.required ? '必填' : '', field.secret ? secretTitles[field.secret] : ''].filter(Boolean).join('、'),
    (field.words ?? []).join('、'),
  ])
  return section('字段 Fields', table(['键', '名称', '种类', '', '台账中的叫法'], rows))
}

function detail(field: Field): string {
  if (field.kind === 'money') return `（${field.unit}）`
  if (field.kind === 'integer' || field.kind === 'number') return `（${unitTitle(field.unit).zh}）`
  if (field.kind !== 'choice') return ''
  const titles = Object.values(field.choices).map((choice) => choice.title.zh)
  return `：${titles.join('、')}${field.open ? '等' : ''}`
}

function stagesSection(playbook: Playbook): string {
  const title = (key: string) => playbook.stages.find((stage) => stage.key === key)!.title.zh
  const moves = (from: string, back: boolean) =>
    playbook.moves
      .filter((move) => move.from === from && (move.back === true) === back)
      .map((move) => title(move.to))
      .join('、')
  const rows = playbook.stages.map((stage) => [
    code(stage.key),
    both(stage.title),
    moves(stage.key, false),
    moves(stage.key, true),
    stage.words.join('、'),
  ])
  return section('阶段 Stages', table(['键', '名称', '可进入', '可退回（写明理由）', '台账中的叫法'], rows))
}

function gatesSection(playbook: Playbook): string {
  const title = (key: string) => both(playbook.stages.find((stage) => stage.key === key)!.title)
  const gates = playbook.gates.map((gate) =>
    [`### 进入 ${title(gate.to)}`, gate.needs.map((need) => `- ${needText(need, playbook)}`).join('\n')].join('\n\n'),
  )
  return section('关口 Gates', ...gates)
}

function needText(need: Requirement, playbook: Playbook): string {
  if (need.kind === 'condition') return `${both(need.message)}：${code(need.test)}`
  const when = need.when === undefined ? '' : `（当 ${code(need.when)}）`
  switch (need.kind) {
    case 'field':
      return `填写 ${both(playbook.fields[need.field]!.title)}${when}`
    case 'nodeDone':
      return `完成节点 ${both(playbook.nodes.find((node) => node.key === need.node)!.title)}${when}`
    case 'verifiedFact':
      return `有已核实的数据 ${both(playbook.metrics[need.metric]!.title)}${when}`
    case 'evidence':
      return `有佐证 ${both(evidenceSubject(need, playbook))}${when}`
    case 'link':
      return `${both(linkNeedText(need, playbook))}${when}`
  }
}

function nodesSection(playbook: Playbook): string {
  const stage = (key: string) => playbook.stages.find((candidate) => candidate.key === key)!.title.zh
  const rows = playbook.nodes.map((node) => [
    code(node.key),
    both(node.title),
    stage(node.stage),
    node.shortestWorkdays === undefined
      ? String(node.durationWorkdays)
      : `${node.durationWorkdays}（最短 ${node.shortestWorkdays}）`,
    node.leadOrg === 'lead' ? '责任单位' : node.leadOrg,
    node.standard.zh,
    node.evidence?.zh ?? '',
    node.basis ?? '',
  ])
  return section('节点 Nodes', table(['键', '节点', '阶段', '工作日', '责任', '完成标准', '佐证', '依据'], rows))
}

function linksSection(playbook: Playbook): string {
  const title = (key: string) => playbook.nodes.find((node) => node.key === key)!.title.zh
  const rows = playbook.links.map((link) => [
    title(link.from),
    title(link.to),
    link.type,
    String(link.lagWorkdays),
    link.soft ? '软：可以并行' : '硬：法定先后',
  ])
  return section('先后关系 Links', table(['前', '后', '类型', '间隔工作日', ''], rows))
}

function lampsSection(playbook: Playbook): string {
  const { thresholds, rules } = playbook.lamps
  const rows = rules.map((rule) => [
    both(rule.title),
    { node: '节点', item: '事项', clock: '计时' }[rule.subject],
    code(rule.when),
    Object.entries(rule.levels)
      .map(([level, source]) => `${lampFaces[level as LitLevel].glyph} ${code(source)}`)
      .join('；'),
    rule.text.zh,
    rule.basis ?? '',
  ])
  const limits = Object.entries(thresholds).map(([key, value]) => [code(key), String(value)])
  return section(
    '亮灯 Lamps',
    table(['规则', '对象', '何时判断', '灯', '说明文字', '依据'], rows),
    '阈值 `t`，由区调整：',
    table(['阈值', '默认'], limits),
  )
}

function metricsSection(playbook: Playbook): string {
  const rows = Object.entries(playbook.metrics).map(([key, metric]) => [
    code(key),
    both(metric.title),
    metric.period === 'month' ? '按月' : '按年',
    metric.aggregation === 'sum' ? '各期相加' : '取最近一期',
  ])
  return section('指标 Metrics', table(['键', '名称', '周期', '汇总'], rows))
}
