import type { Gate, Move, Stage } from '@guatu/playbook'
import { headers as terms, words } from '../text.ts'

export const stageColumn = {
  title: words('建设阶段', 'Stage'),
  words: terms('项目状态 项目阶段 阶段 状态 当前阶段 进展阶段 所处阶段 目前状态 当前状态 项目所处阶段 进展状态'),
}

export const stages: readonly Stage[] = [
  {
    key: 'reserve',
    title: words('储备', 'Reserve'),
    phase: 'negotiation',
    words: terms('谋划 策划 储备项目 谋划储备 意向 线索 储备谋划'),
  },
  {
    key: 'negotiating',
    title: words('在谈', 'In talks'),
    phase: 'negotiation',
    words: terms('洽谈 谈判 对接 对接洽谈 拟签约 跟踪 跟踪洽谈 在谈项目'),
  },
  {
    key: 'signed',
    title: words('签约', 'Signed'),
    words: terms('已签约 签约落地 签约落户 集中签约 已签 落户 注册 已注册 签约项目 注册落地 追加投资'),
  },
  {
    key: 'preliminary',
    title: words('前期', 'Preliminary'),
    words: terms(
      '前期工作 前期准备 前期推进 前期项目 立项 备案 已备案 环评 可研 报批 前期审批 加快落地 核准 已立项 规划设计',
    ),
  },
  {
    key: 'land',
    title: words('供地', 'Land'),
    words: terms('已供地 土地出让 摘牌 已摘牌 摘地 挂牌 拿地 已拿地 用地报批 土地摘牌 供地阶段 用地'),
  },
  {
    key: 'construction',
    title: words('在建', 'Under construction'),
    reaches: 'start',
    words: terms(
      '开工 已开工 动工 动土 续建 续建中 建设中 施工 施工中 奠基 新开工 主体施工 基础施工 桩基施工 实施 结顶 封顶 设备安装 在建项目 全面开工',
    ),
  },
  {
    key: 'completed',
    title: words('竣工', 'Completed'),
    reaches: 'finish',
    words: terms('已竣工 完工 已完工 建成 已建成 竣工验收 验收 通过验收 已验收'),
  },
  {
    key: 'producing',
    title: words('投产', 'In production'),
    phase: 'performance',
    words: terms('已投产 试生产 试运行 建成投产 竣工投产 投用 投入使用 运营 已投用 部分投产'),
  },
  {
    key: 'performing',
    title: words('达产履约', 'Performing'),
    final: true,
    phase: 'performance',
    words: terms('达产 已达产 达效 履约 达产达效 达效履约 已达效'),
  },
]

/** Public works skip talks and production; works on existing land or in leased premises skip the land. */
export const moves: readonly Move[] = [
  { from: 'reserve', to: 'negotiating' },
  { from: 'reserve', to: 'preliminary' },
  { from: 'negotiating', to: 'signed' },
  { from: 'signed', to: 'preliminary' },
  { from: 'preliminary', to: 'land' },
  { from: 'preliminary', to: 'construction' },
  { from: 'land', to: 'construction' },
  { from: 'construction', to: 'completed' },
  { from: 'completed', to: 'producing' },
  { from: 'completed', to: 'performing' },
  { from: 'producing', to: 'performing' },
  { from: 'negotiating', to: 'reserve', back: true },
  { from: 'signed', to: 'negotiating', back: true },
  { from: 'preliminary', to: 'signed', back: true },
  { from: 'preliminary', to: 'reserve', back: true },
  { from: 'land', to: 'preliminary', back: true },
  { from: 'construction', to: 'land', back: true },
  { from: 'construction', to: 'preliminary', back: true },
  { from: 'completed', to: 'construction', back: true },
  { from: 'producing', to: 'completed', back: true },
  { from: 'performing', to: 'producing', back: true },
]

/** Public works and works without new land pass the gates without what they do not need. */
const attracted = "fields.capitalType != 'government'"
const onNewLand = "fields.landMode != 'existing' && fields.landMode != 'leased'"

export const gates: readonly Gate[] = [
  {
    to: 'signed',
    needs: [
      { kind: 'field', field: 'totalInvestment' },
      { kind: 'field', field: 'investor', when: attracted },
      { kind: 'field', field: 'signedOn', when: attracted },
    ],
  },
  {
    to: 'preliminary',
    needs: [
      { kind: 'field', field: 'leadOrg' },
      { kind: 'field', field: 'leader' },
      { kind: 'field', field: 'area' },
      { kind: 'field', field: 'scope' },
    ],
  },
  {
    to: 'land',
    needs: [
      { kind: 'nodeDone', node: 'filing' },
      { kind: 'nodeDone', node: 'planning-conditions', when: onNewLand },
      { kind: 'field', field: 'projectCode' },
      { kind: 'field', field: 'landMode' },
      {
        kind: 'condition',
        test: `!(${onNewLand}) || fields.landAreaMu > 0`,
        message: words('新供地项目要填用地面积', 'A project on new land needs its site area'),
      },
    ],
  },
  {
    to: 'construction',
    needs: [
      { kind: 'nodeDone', node: 'construction-permit', when: "fields.landMode != 'leased'" },
      { kind: 'nodeDone', node: 'commencement' },
      { kind: 'nodeDone', node: 'eia' },
      // Below both limits a project is exempt from energy review; the electricity limit is not kept in the ledger.
      { kind: 'nodeDone', node: 'energy-review', when: 'fields.energyTce >= 1000' },
      { kind: 'field', field: 'owner' },
      { kind: 'field', field: 'annualPlan' },
      { kind: 'field', field: 'plannedFinish' },
      { kind: 'field', field: 'actualStart' },
    ],
  },
  {
    to: 'completed',
    needs: [
      { kind: 'nodeDone', node: 'acceptance' },
      { kind: 'field', field: 'actualFinish' },
    ],
  },
  { to: 'producing', needs: [{ kind: 'nodeDone', node: 'production' }] },
  {
    to: 'performing',
    needs: [
      { kind: 'nodeDone', node: 'performance', when: "fields.projectType == 'industry'" },
      { kind: 'field', field: 'outputPledge', when: "fields.projectType == 'industry'" },
      { kind: 'verifiedFact', metric: 'annualDone' },
    ],
  },
]
