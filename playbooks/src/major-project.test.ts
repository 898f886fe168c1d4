import { checkFields, gateStatus, isEmpty, plainWord, planTemplateOf } from '@guatu/playbook'
import { describe, expect, test } from 'vitest'
import { dictionaries, playbooks } from './index.ts'
import { majorProject } from './major-project.ts'

const fieldOfHeader = (header: string): string | undefined => {
  const word = plainWord(header)
  const { stageColumn, fields } = majorProject
  if ([stageColumn.title.zh, ...stageColumn.words].some((known) => plainWord(known) === word)) return 'stage'
  return Object.keys(fields).find((key) =>
    [fields[key]!.title.zh, ...(fields[key]!.words ?? [])].some((known) => plainWord(known) === word),
  )
}

const stageOfWord = (word: string): string | undefined =>
  majorProject.stages.find((stage) => [stage.title.zh, ...stage.words].includes(word))?.key

test('is registered, under a key of its own', () => {
  expect(playbooks).toContain(majorProject)
  expect(new Set(playbooks.map((playbook) => playbook.key)).size).toBe(playbooks.length)
})

describe('fields', () => {
  test('hold the keys that the import answers with', () => {
    const keys = [
      ...['title', 'buildNature', 'scope', 'totalInvestment', 'annualPlan', 'annualDone', 'monthDone'],
      ...['plannedStart', 'plannedFinish', 'leader', 'leadOrg', 'location', 'landAreaMu', 'progress', 'blockers'],
    ]
    expect(Object.keys(majorProject.fields)).toEqual(expect.arrayContaining(keys))
  })

  test.each([
    ['项目名称', 'title'],
    ['签约项目名称', 'title'],
    ['名 称', 'title'],
    ['建设性质', 'buildNature'],
    ['建设内容及规模', 'scope'],
    ['建设规模及主要内容', 'scope'],
    ['总投资', 'totalInvestment'],
    ['计划总投资', 'totalInvestment'],
    ['投资总额', 'totalInvestment'],
    ['总投资额', 'totalInvestment'],
    ['今年计划投资', 'annualPlan'],
    ['年度计划投资', 'annualPlan'],
    ['本年计划', 'annualPlan'],
    ['2026年计划投资', 'annualPlan'],
    ['今年累计完成', 'annualDone'],
    ['1-3月完成投资', 'annualDone'],
    ['年初至今完成', 'annualDone'],
    ['本月完成', 'monthDone'],
    ['计划开工时间', 'plannedStart'],
    ['开工时间', 'plannedStart'],
    ['拟开工', 'plannedStart'],
    ['计划竣工时间', 'plannedFinish'],
    ['建成时间', 'plannedFinish'],
    ['完工', 'plannedFinish'],
    ['实际开工时间', 'actualStart'],
    ['签约时间', 'signedOn'],
    ['包联领导', 'leader'],
    ['挂钩领导', 'leader'],
    ['联系领导', 'leader'],
    ['责任单位', 'leadOrg'],
    ['牵头单位', 'leadOrg'],
    ['责任部门', 'leadOrg'],
    ['服务单位', 'serviceOrg'],
    ['建设地点', 'location'],
    ['项目地址', 'location'],
    ['落户地', 'location'],
    ['用地面积', 'landAreaMu'],
    ['占地面积', 'landAreaMu'],
    ['协议外资', 'contractedForeignCapital'],
    ['投资方', 'investor'],
    ['建设阶段', 'stage'],
    ['项目状态', 'stage'],
    ['本月进展', 'progress'],
    ['形象进度', 'progress'],
    ['问题和建议', 'blockers'],
    ['备注 ', 'remark'],
    ['项目编号', 'projectNo'],
    ['项目类型', 'projectType'],
  ])('a ledger’s %s is %s', (header, key) => {
    expect(fieldOfHeader(header)).toBe(key)
  })

  test('a row number is no field', () => {
    expect(fieldOfHeader('序号')).toBeUndefined()
  })

  test('what names a person to call is personal, what talks are about is kept from rivals', () => {
    const of = (secret: string) =>
      Object.keys(majorProject.fields).filter((key) => majorProject.fields[key]!.secret === secret)
    expect(of('personal')).toEqual(['contact', 'phone'])
    expect(of('negotiation')).toEqual(['policyRequests', 'concessions', 'landPriceAsked'])
  })

  test('a document as an import makes it passes', () => {
    const fields = {
      title: '振石集团东方特钢绿色高端镍铬新材智造项目',
      buildNature: '非产业类',
      totalInvestment: { amount: '16291000000.00', currency: 'CNY', raw: '162.91亿元' },
      plannedStart: { date: '2024-03-01', precision: 'month', raw: '2024年3月' },
      plannedFinish: { date: '2026-03-31', precision: 'month', raw: '2026年3月' },
      area: '330402103',
      industry: '31',
      landAreaMu: 2256.5,
    }
    expect(checkFields(majorProject, fields, { dictionaries, whole: true })).toEqual({ kind: 'done', value: fields })
  })
})

describe('stages', () => {
  test('run from reserve to performing', () => {
    expect(majorProject.stages.map((stage) => stage.key)).toEqual([
      ...['reserve', 'negotiating', 'signed', 'preliminary', 'land', 'construction', 'completed', 'producing'],
      'performing',
    ])
  })

  test.each([
    ['储备', 'reserve'],
    ['在谈', 'negotiating'],
    ['签约', 'signed'],
    ['签约落地', 'signed'],
    ['前期', 'preliminary'],
    ['环评', 'preliminary'],
    ['已供地', 'land'],
    ['摘牌', 'land'],
    ['在建', 'construction'],
    ['开工', 'construction'],
    ['动工', 'construction'],
    ['续建中', 'construction'],
    ['奠基', 'construction'],
    ['竣工', 'completed'],
    ['已投产', 'producing'],
    ['达产', 'performing'],
  ])('a ledger’s %s is %s', (word, stage) => {
    expect(stageOfWord(word)).toBe(stage)
  })
})

describe('gates', () => {
  const missing = (stage: string, to: string, fields: Record<string, unknown>) =>
    gateStatus({ playbook: majorProject, item: { stage, fields }, nodes: [], facts: [], to }).missing.map(
      (entry) => entry.path,
    )

  test('public works are asked for no investor', () => {
    const signed = (capitalType: string) => missing('negotiating', 'signed', { capitalType })
    expect(signed('private')).toEqual(['totalInvestment', 'investor', 'signedOn'])
    expect(signed('government')).toEqual(['totalInvestment'])
  })

  test('works on existing land are asked for no planning conditions', () => {
    const land = (landMode: string) => missing('preliminary', 'land', { landMode, projectCode: '1', landAreaMu: 5 })
    expect(land('granted')).toEqual(['nodes/filing/done', 'nodes/planning-conditions/done'])
    expect(land('existing')).toEqual(['nodes/filing/done'])
  })

  test('new land needs its area', () => {
    expect(missing('preliminary', 'land', { landMode: 'granted', projectCode: '1' })).toContain('gates/land')
  })

  test('the energy review is asked for from 1,000 tonnes of standard coal', () => {
    const energy = (energyTce: number) => missing('land', 'construction', { energyTce })
    expect(energy(1000)).toContain('nodes/energy-review/done')
    expect(energy(999.9)).not.toContain('nodes/energy-review/done')
  })

  test('every move on but to talks and the reserve passes a gate', () => {
    const gated = new Set(majorProject.gates.map((gate) => gate.to))
    const open = majorProject.stages.filter((stage) => !gated.has(stage.key)).map((stage) => stage.key)
    expect(open).toEqual(['reserve', 'negotiating'])
  })
})

describe('nodes', () => {
  const template = planTemplateOf(majorProject)

  test('lead from filing to production, about twenty-five of them', () => {
    expect(template.nodes).toHaveLength(25)
    expect(template.nodes[0]!.key).toBe('filing')
    expect(template.nodes.filter((node) => node.anchor).map((node) => node.key)).toEqual(['commencement', 'acceptance'])
  })

  test('each says what must be seen and who answers', () => {
    for (const node of template.nodes) {
      expect(isEmpty(node.standard.zh) || isEmpty(node.leadOrg)).toBe(false)
    }
  })

  test('none but the first stands without a predecessor', () => {
    const led = new Set(template.links.map((link) => link.to))
    expect(template.nodes.filter((node) => !led.has(node.key)).map((node) => node.key)).toEqual(['filing'])
  })

  test.each([
    ['planning-conditions', 'land-grant'],
    ['works-planning-permit', 'construction-permit'],
    ['fire-review', 'construction-permit'],
    ['contractor', 'construction-permit'],
    ['construction-permit', 'commencement'],
    ['eia', 'commencement'],
  ])('%s precedes %s by law', (from, to) => {
    expect(template.links.find((link) => link.from === from && link.to === to)?.soft).toBe(false)
  })

  test('the assessment is no condition of the filing', () => {
    expect(template.links.some((link) => link.from === 'eia' && link.to === 'filing')).toBe(false)
  })
})
