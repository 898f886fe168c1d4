import type { FieldKind, FieldRole, Playbook } from '@guatu/playbook'
import { bareLabel, compact } from '../text/normalise.ts'
import { labelVariants } from './label.ts'

/** A place that a column can be mapped to: a field of the playbook, or the kernel's own stage. */
export interface Target {
  readonly field: string
  readonly kind: FieldKind | 'stage'
  /** Label words, without units and brackets. */
  readonly words: readonly string[]
  /** The finish that a column of this target fills as well: 建设起止年限. */
  readonly also?: string
}

export const stageField = 'stage'

/** How ledgers of all sorts call the parts that the kernel knows. A playbook's own words come first and may add to them. */
const roleWords: Readonly<Partial<Record<FieldRole, readonly string[]>>> = {
  title: [
    '项目名称',
    '工程名称',
    '建设项目名称',
    '名称',
    '项目',
    '工程项目',
    '事项名称',
    '建设项目',
    '项目全称',
    'project name',
    'project',
    'name',
    'project title',
  ],
  leadOrg: [
    '责任单位',
    '牵头单位',
    '牵头部门',
    '责任部门',
    '牵头责任单位',
    '主体责任单位',
    '责任主体',
    '主管单位',
    '主管部门',
    '实施主体',
    '责任单位主体',
    'responsible unit',
    'lead unit',
  ],
  owner: ['项目责任人', '责任人', '具体责任人', '项目负责人'],
  leader: [
    '包联领导',
    '挂联领导',
    '联系领导',
    '责任领导',
    '挂钩领导',
    '牵头领导',
    '区领导',
    '联系区领导',
    '包保领导',
    '挂帅领导',
    '包抓领导',
    '分管领导',
    '挂点领导',
    '帮扶领导',
    '区级领导',
    '领办领导',
    'leader',
  ],
  location: [
    '建设地点',
    '建设地址',
    '项目地点',
    '项目地址',
    '项目选址',
    '落户地',
    '落户地点',
    '拟落户地',
    '所在地',
    '实施地点',
    '建设位置',
    '地点',
    '选址',
    '落地地点',
    'location',
    'site',
  ],
  start: [
    '计划开工时间',
    '开工时间',
    '计划开工',
    '开工日期',
    '拟开工时间',
    '预计开工时间',
    '开工',
    '计划开工年月',
    '开工年月',
    '计划开工日期',
    'planned start',
    'start date',
    'start',
  ],
  finish: [
    '计划竣工时间',
    '竣工时间',
    '计划竣工',
    '竣工日期',
    '计划完工时间',
    '完工时间',
    '计划建成时间',
    '建成时间',
    '预计竣工时间',
    '拟竣工时间',
    '竣工',
    '完工',
    '建成',
    '计划竣工日期',
    '计划完工日期',
    '计划完工',
    '计划建成',
    '预计完工',
    '预计竣工',
    '计划完成时间',
    'planned finish',
    'finish date',
    'finish',
    'completion',
  ],
  amount: [
    '总投资',
    '总投资额',
    '投资总额',
    '计划总投资',
    '项目总投资',
    '概算总投资',
    '估算总投资',
    '投资规模',
    '投资额',
    '投资估算',
    '投资概算',
    '投资',
    '协议总投资',
    '拟总投资',
    'total investment',
    'investment',
  ],
  annualPlan: [
    '今年计划投资',
    '今年投资计划',
    '今年计划完成投资',
    '今年计划',
    '今年投资目标',
    '今年目标投资',
    '今年投资任务',
    '今年投资',
    '计划投资',
    'annual plan',
    'planned investment',
  ],
  annualDone: [
    '今年累计完成投资',
    '今年完成投资',
    '今年累计完成',
    '今年已完成投资',
    '今年实际完成投资',
    '今年累计投资',
    '今年完成',
    '今年投资完成额',
    '累计完成投资',
    '累计完成',
    '完成投资',
    'investment to date',
    'done this year',
  ],
  monthDone: [
    '本月完成投资',
    '本月完成',
    '本月投资完成额',
    '本月实际完成投资',
    '本月新增投资',
    '本月投资',
    '本月',
    'done this month',
  ],
  landAreaMu: [
    '用地面积',
    '占地面积',
    '土地面积',
    '用地规模',
    '供地面积',
    '用地',
    '占地',
    '总用地面积',
    '项目用地',
    '建设用地',
    '净用地面积',
    'land area',
  ],
  progress: [
    '本月进展',
    '进展情况',
    '项目进展',
    '目前进展',
    '最新进展',
    '工作进展',
    '推进情况',
    '建设进展',
    '工程进度',
    '形象进度',
    '目前形象进度',
    '当前进展',
    '项目进展情况',
    '建设进度',
    '进度情况',
    '进展',
    '进度',
    'progress',
  ],
  blockers: [
    '问题和建议',
    '存在问题',
    '存在的问题',
    '存在困难',
    '困难问题',
    '存在困难和问题',
    '需协调解决的问题',
    '需协调解决问题',
    '需要协调事项',
    '存在问题及建议',
    '主要问题',
    '制约因素',
    '问题',
    '需协调事项',
    '堵点难点',
    'blockers',
    'problems',
  ],
}

const stageWords = [
  '建设阶段',
  '项目阶段',
  '所处阶段',
  '当前阶段',
  '目前阶段',
  '项目状态',
  '建设状态',
  '推进阶段',
  '进展阶段',
  '进展状态',
  '实施阶段',
  '现处阶段',
  '状态',
  '阶段',
  'stage',
  'status',
]

const spanWords = [
  '建设起止年限',
  '建设年限',
  '建设起止年月',
  '建设起止时间',
  '起止时间',
  '起止年限',
  '起止年月',
  '建设工期',
  '建设期限',
  '建设周期',
  '开竣工时间',
  '建设时间',
  '计划工期',
  '实施期限',
  '建设期',
  '计划起止时间',
  '项目周期',
  '起止日期',
  '开竣工日期',
  '建设起止期限',
  '实施年限',
  '开工竣工时间',
  '计划开竣工时间',
  '工期',
]

const labels = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => labelVariants(word, null)[0] ?? bareLabel(word)).filter((word) => word !== '')),
]

/** Every place that a column of this list can go to. */
export function targetsOf(playbook: Playbook): Target[] {
  const roleOf = new Map(Object.entries(playbook.roles).map(([role, field]) => [field, role as FieldRole]))
  const targets = Object.entries(playbook.fields).map(([field, { kind, words, title }]): Target => {
    const role = roleOf.get(field)
    const known = [title.zh, ...(words ?? []), ...(role ? (roleWords[role] ?? []) : []), title.en, field]
    return { field, kind, words: labels(known) }
  })
  if (!playbook.fields[stageField]) {
    targets.push({
      field: stageField,
      kind: 'stage',
      words: labels([
        playbook.stageColumn.title.zh,
        ...playbook.stageColumn.words,
        ...stageWords,
        playbook.stageColumn.title.en,
      ]),
    })
  }
  const { start, finish } = playbook.roles
  if (start && finish) targets.push({ field: start, kind: 'date', words: labels(spanWords), also: finish })
  return targets
}

const serialWords = new Set([
  '序号',
  '序',
  '项次',
  '顺序号',
  '行号',
  'no',
  '#',
  '号',
  '次序',
  '排序',
  'serial',
  'sn',
  's/n',
])

/** 序 号, No., # and the like: the column that only counts rows. */
export const isSerialLabel = (label: string): boolean =>
  serialWords.has(bareLabel(label)) || serialWords.has(compact(label).replace(/\.$/, ''))
