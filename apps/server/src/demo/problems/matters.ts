/** What gets stuck, at which node, who can help: in the words of a town's problem table. */
export interface Matter {
  readonly type: string
  /** Nodes of a project that it may hold, the likeliest first. */
  readonly nodes: readonly string[]
  readonly title: string
  readonly asked: string
  readonly description: string
  /** Short name of the unit that solves it, and of one that helps. */
  readonly lead: string
  readonly helper: string
  readonly measure: string
  readonly result: string
}

const matter = (
  [type, lead, helper]: readonly [string, string, string],
  nodes: readonly string[],
  [title, asked, description]: readonly [string, string, string],
  [measure, result]: readonly [string, string],
): Matter => ({ type, nodes, title, asked, description, lead, helper, measure, result })

export const matters: readonly Matter[] = [
  matter(
    ['utilities', '区发改局', '区住建局'],
    ['foundation', 'main-structure', 'commencement'],
    [
      '10 千伏架空线横穿桩基区域，桩机无法进场',
      '请供电公司本月内停电迁改，明确停电窗口',
      '线路净高不足，桩机作业半径内不满足安全距离，已停机等待。',
    ],
    ['供电公司编制迁改方案，分两次停电，先迁东侧 4 档', '东侧线路已迁改入地，桩机恢复作业'],
  ),
  matter(
    ['clearance', '区资规分局', '区住建局'],
    ['land-grant', 'commencement', 'foundation'],
    [
      '地块内剩 2 户未签约，净地无法交付',
      '请属地与征迁专班在土地挂牌前完成签约腾空',
      '两户对附属物评估有异议，已复核一次。',
    ],
    ['评估复核加一次上门协商，逾期依法申请裁决', '两户已签约腾空，场地已平整移交'],
  ),
  matter(
    ['approval', '区行政审批局', '区资规分局'],
    ['works-planning-permit', 'construction-permit', 'drawings'],
    [
      '日照分析意见反复，工程规划许可卡在二次送审',
      '请牵头组织一次联合会审，把意见一次提完',
      '第一次意见 6 条，第二次新提 4 条，设计单位往返 17 天。',
    ],
    ['召开联合会审，意见一次性书面告知，容缺受理', '会审意见已闭合，许可证已发'],
  ),
  matter(
    ['energy', '区发改局', '区生态环境分局'],
    ['energy-review', 'eia', 'commencement'],
    [
      '新增用能 3200 吨标煤没有落实来源',
      '请区级统筹用能指标或给出等量替代方案',
      '区内可调剂指标不足，节能审查无法受理。',
    ],
    ['从关停企业腾出指标中等量替代，差额申请市级平衡', '指标已落实，节能审查意见已出具'],
  ),
  matter(
    ['finance', '区财政局', '南湖产发'],
    ['main-structure', 'equipment', 'foundation'],
    [
      '项目贷款授信未放款，主体施工款缺口 4200 万元',
      '请协调银行在月底前完成首笔放款',
      '抵押登记已办，银行要求补充施工许可与资本金到位证明。',
    ],
    ['三方会谈明确放款条件，产业基金先行过桥', '首笔 5000 万元已到账'],
  ),
  matter(
    ['traffic', '区交通局', '区执法局'],
    ['commencement', 'outdoor-works', 'foundation'],
    [
      '施工便道口被占用，大型设备车进不来',
      '请协调开设临时道口并移除路侧停车',
      '道口在省道展宽段内，需要交通和交警共同审批。',
    ],
    ['同意开设 12 米临时道口，夜间通行，交警现场引导', '临时道口已启用'],
  ),
  matter(
    ['construction', '区住建局', '区执法局'],
    ['foundation', 'main-structure'],
    [
      '土方消纳场所不足，基坑出土停了 5 天',
      '请指定消纳点并核发夜间运输证',
      '原消纳点已满，每天出土量 3000 方无处可去。',
    ],
    ['调剂到湘家荡片区堆土点，核发夜间运输证 20 张', '出土恢复，日均 3200 方'],
  ),
  matter(
    ['land', '区资规分局', '区农业农村和水利局'],
    ['planning-conditions', 'land-grant', 'land-permit'],
    [
      '地块边角涉及 3.2 亩永久基本农田',
      '请明确调整方案，避免整体重新报批',
      '红线与“三区三线”叠加发现，需要避让或补划。',
    ],
    ['微调红线避让，绿化带置换', '红线已调整，用地预审意见已重新出具'],
  ),
  matter(
    ['policy', '区经信局', '区财政局'],
    ['production', 'equipment'],
    [
      '设备补助第二批资金一年未兑现',
      '请按投资协议兑现 860 万元设备补助',
      '企业已提交发票与验收材料，专项审计意见未出。',
    ],
    ['先行拨付无争议部分 600 万元，余款审计后拨付', '首批 600 万元已拨付'],
  ),
  matter(
    ['labour', '区教体局', '区住建局'],
    ['trial-production', 'production', 'equipment'],
    [
      '新厂投产缺 180 名熟练工，周边无职工宿舍',
      '请协调人才公寓 60 套和两所职校订单班',
      '试生产排班不足两班，影响达产。',
    ],
    ['职校开两个订单班，首批 80 人；人才公寓先解决 40 套', '首批 80 人已到岗'],
  ),
  matter(
    ['utilities', '区农业农村和水利局', '区住建局'],
    ['outdoor-works', 'acceptance'],
    ['雨水排口河道接入未批，室外管网不能回填', '请水利部门明确排口位置和审批时限', '排口与河道整治工程标高冲突。'],
    ['排口上移 15 米，与河道整治同步实施', '排口审批完成，管网已回填'],
  ),
  matter(
    ['dispute', '区执法局', '区住建局'],
    ['main-structure', 'foundation', 'outdoor-works'],
    ['相邻小区投诉夜间施工噪声，连续停工 3 晚', '请协调夜间施工许可和居民沟通', '混凝土连续浇筑需要夜间作业。'],
    ['批准连续浇筑 6 晚，公示并安装隔声屏，社区组织见面会', '隔声屏已装，居民代表签字同意'],
  ),
  matter(
    ['approval', '区住建局', '区行政审批局'],
    ['fire-review', 'construction-permit', 'acceptance'],
    [
      '丙类仓库按高火险审查，消防设计两次未通过',
      '请专家论证后明确执行标准',
      '甲乙双方对储存物品火灾危险性分类有分歧。',
    ],
    ['组织消防专家论证，按丙 2 类执行并加强喷淋', '消防设计审查合格意见已出具'],
  ),
  matter(
    ['energy', '区生态环境分局', '区经信局'],
    ['eia', 'trial-production'],
    ['污水厂接管余量不足，环评批复不能出', '请协调接管水量 400 吨/日', '园区污水厂扩建年底才投运。'],
    ['分期接管，先批 200 吨/日，扩建投运后补足', '一期 200 吨/日接管协议已签'],
  ),
]

/** What firms and villages raise that is no project's. */
export const looseMatters: readonly Matter[] = [
  matter(
    ['traffic', '区交通局', '区住建局'],
    [],
    ['园区货车右转半径不足，早高峰堵到主线', '请优化路口渠化并延长右转车道', '上下班时段排队 300 米以上。'],
    ['先调信号配时，月内完成渠化改造', '信号配时已调，排队缩短到 120 米'],
  ),
  matter(
    ['policy', '区科技局', '区财政局'],
    [],
    ['高新企业认定奖励未到账', '请核对兑现批次并告知时间', '去年认定，奖励列入第三批。'],
    ['列入本月兑现批次', '20 万元奖励已到账'],
  ),
  matter(
    ['utilities', '区住建局', '区发改局'],
    [],
    ['厂区供水压力夜间不足 0.15 兆帕', '请自来水公司增压或改造支管', '影响循环冷却，曾停机两次。'],
    ['更换 DN300 支管并加压', '压力稳定在 0.28 兆帕'],
  ),
]

export const closingWords = {
  withdrawn: '企业自行解决，提出方申请撤回',
  noBasis: '诉求与现行用地政策不符，已书面说明并提供替代路径',
  beyond: '需省级部门批复，已专报上级',
}

export const commentsOfRaisers = [
  '响应快，办得实',
  '牵头单位主动上门',
  '总体满意，时间比承诺晚了两天',
  '一次办结，没让我们多跑',
]
export const commentsOfLeads = ['情况反映清楚，现场配合好', '材料齐全', '描述较笼统，补充了一次材料']
