import { keysOf } from '@guatu/access'
import type { Playbook } from '@guatu/playbook'
import { standingOf } from '../store/access/standing.ts'
import { type ComposedItem, composeItem, type FactDraft } from '../store/items/compose.ts'
import type { ListContext } from '../store/items/list-context.ts'
import type { OrgRow, PersonRow } from '../store/schema.ts'
import { uuidv7 } from '../store/uuid.ts'
import { addDays, addMonths } from './days.ts'
import { figuresOf, planWan } from './figures.ts'
import { withHoles } from './holes.ts'
import { planOf } from './plans.ts'
import { inventProjects, type Project, wanYuan } from './projects.ts'
import type { Random } from './random.ts'
import { blockers, progressByStage } from './words.ts'

type Fields = Readonly<Record<string, unknown>>

/** An invented project with everything that has happened to it. */
export interface DemoItem {
  readonly itemId: string
  readonly stage: string
  readonly fields: Fields
  readonly plan: ReturnType<typeof planOf>
  readonly drafts: readonly FactDraft[]
  readonly composed: ComposedItem
  readonly createdOn: string
  /** It came to its stage within the last days. */
  readonly advance: { readonly day: string; readonly from: string } | null
  /** Fields that were changed within the last days, as they were before. */
  readonly edit: { readonly day: string; readonly before: Fields } | null
  readonly owner: PersonRow | undefined
}

export interface Directory {
  readonly orgs: readonly OrgRow[]
  readonly persons: readonly PersonRow[]
}

/** Short names of the units that lead works of a type; plants are led by the town or zone that they stand in. */
const leadByType: Readonly<Record<string, readonly string[]>> = {
  infrastructure: ['区交通局', '南湖城投', '区住建局'],
  livelihood: ['区教体局', '区卫健局', '区民政局', '区文旅局'],
  renewal: ['南湖城投', '区住建局'],
  service: ['南湖产发', '南湖科创', '区商务局', '湘家荡建设'],
  ecology: ['区农业农村和水利局', '区生态环境分局'],
  agriculture: ['区农业农村和水利局'],
}

/** Where plants go: mostly to the zones and the outer towns. */
function areaFor(random: Random, areas: readonly OrgRow[], { type, title }: Project): OrgRow {
  const named = areas.find((area) => title.startsWith(area.name))
  if (named) return named
  const outer = areas.filter(
    ({ kind, name }) => kind === 'functionalArea' || name.endsWith('镇') || name.startsWith('七星'),
  )
  return random.pick(type === 'industry' && random.chance(0.85) ? outer : areas)
}

function leadFor(random: Random, orgs: readonly OrgRow[], area: OrgRow, { type }: Project): OrgRow {
  const names = leadByType[type]
  const name = names && random.pick(names)
  return orgs.find((org) => org.shortName === name || org.name === name) ?? area
}

const memberOf = (random: Random, { persons }: Directory, org: OrgRow): PersonRow | undefined => {
  const members = persons.filter((person) => person.orgId === org.orgId)
  return members.length > 0 ? random.pick(members) : undefined
}

/** Only fields that the list has; a value that is missing stays out. */
function known(playbook: Playbook, fields: Fields): Fields {
  const entries = Object.entries(fields).filter(
    ([key, value]) => playbook.fields[key] && value !== null && value !== undefined,
  )
  return Object.fromEntries(entries)
}

/** Units that watch over works of a type. */
const supervisorByType: Readonly<Record<string, string>> = {
  industry: '区经信局',
  infrastructure: '区住建局',
  livelihood: '区发改局',
  renewal: '区住建局',
  service: '区商务局',
  ecology: '区生态环境分局',
  agriculture: '区农业农村和水利局',
}

/** Who else has to do with a project: told by its place in the list, so that nothing else of the list moves. */
function tiesOf(orgs: readonly OrgRow[], { type }: Project, index: number): Fields {
  const called = (name: string | undefined) => orgs.find((org) => org.shortName === name)?.orgId
  const firms = orgs.filter(({ kind }) => kind === 'firm')
  const partner = orgs.find(({ kind }) => kind === 'partner')
  const isPlant = type === 'industry'
  return {
    supervisingOrg: called(supervisorByType[type]),
    serviceOrg: index % 4 === 1 ? called('区行政审批局') : null,
    firm: isPlant && firms.length > 0 && index % 6 === 0 ? firms[(index / 6) % firms.length]?.orgId : null,
    partner: isPlant && index % 11 === 2 ? partner?.orgId : null,
  }
}

const surnames = ['陆', '沈', '钱', '顾', '徐', '吴', '朱', '姚']
const requests = [
  '厂房租金前三年免收',
  '设备投资按百分之十补助',
  '用能指标优先保障',
  '高管子女入学协调',
  '配套道路年内通车',
]

/** Whom to call, and what is still talked about; numbers of a block that no operator gives out. */
function secretsOf({ type, stage, landMu }: Project, index: number): Fields {
  const isTalks = type === 'industry' && ['reserve', 'negotiating', 'signed'].includes(stage)
  return {
    contact: `${surnames[index % surnames.length]}经理`,
    phone: `1000000${String(1000 + ((index * 37) % 9000))}`,
    policyRequests: isTalks ? requests[index % requests.length] : null,
    concessions: isTalks && index % 2 === 0 ? '按区招商政策一事一议，提请区政府专题会研究' : null,
    landPriceAsked: isTalks && landMu ? wanYuan(28 + (index % 9)) : null,
  }
}

const codeOf = (random: Random, year: number) =>
  `${year}-330402-${random.pick(['04', '05', '07'])}-${random.pick(['01', '02'])}-${random.between(100000, 999999)}`

function fieldsOf(random: Random, context: ListContext, directory: Directory, project: Project, index: number) {
  const { playbook, template, today } = context
  const { orgs, persons } = directory
  const areas = orgs.filter(({ areaCode, kind }) => areaCode !== null && kind !== 'district')
  const area = areaFor(random, areas, project)
  const lead = leadFor(random, orgs, area, project)
  const owner = memberOf(random, directory, lead)
  const leaders = persons.filter(({ orgId }) => orgs.some((org) => org.orgId === orgId && org.kind === 'leadership'))
  const place = template.stages.indexOf(project.stage)
  const past = (stage: string) => place >= template.stages.indexOf(stage)
  const isGap = index % 29 === 7
  const year = Number(today.slice(0, 4))
  const fields = known(playbook, {
    title: project.title,
    projectNo: `NH-${year}-${String(index + 1).padStart(3, '0')}`,
    projectCode: past('preliminary') ? codeOf(random, year) : null,
    projectType: project.type,
    buildNature:
      place >= template.stages.indexOf('construction') && project.start && project.start.date < `${year}-01-01`
        ? 'continued'
        : project.nature,
    scope: project.scope,
    industry: project.industry,
    investor: project.investor,
    totalInvestment: wanYuan(project.totalWan),
    capitalType: project.capital,
    contractedForeignCapital:
      project.capital === 'foreign' ? { amount: `${random.between(800, 9000)}0000.00`, currency: 'USD' } : null,
    signedOn: project.signedOn ? { date: project.signedOn, precision: 'day' } : null,
    plannedStart: project.start,
    plannedFinish: index % 47 === 11 ? null : project.finish,
    actualStart:
      past('construction') && project.start
        ? { date: addDays(project.start.date, random.between(4, 24)), precision: 'day' }
        : null,
    actualFinish:
      past('completed') && project.finish
        ? { date: addDays(project.finish.date, -random.between(0, 20)), precision: 'day' }
        : null,
    leader: random.pick(leaders)?.personId,
    leadOrg: index % 61 === 13 ? null : lead.orgId,
    owner: isGap ? null : owner?.personId,
    ...tiesOf(orgs, project, index),
    ...secretsOf(project, index),
    location: `${area.name}${random.pick(['中环东路', '亚太路', '新大公路', '由拳路', '庄史路', '云东路'])}${random.pick(['以东', '以西', '以南', '以北'])}地块`,
    area: area.areaCode,
    landAreaMu: project.landMu,
    landMode: project.landMode,
    filingNo: past('preliminary') ? `南发改备〔${year}〕${random.between(11, 480)}号` : null,
    constructionPermitNo: past('construction') ? `3304022${year}${random.between(100000, 999999)}` : null,
    progress: random.pick(progressByStage[project.stage] ?? ['按计划推进']),
    blockers: project.standing !== 'onTime' && random.chance(0.6) ? random.pick(blockers) : null,
    outputPledge: project.type === 'industry' ? wanYuan(Math.round(project.totalWan * 1.6)) : null,
    taxPledge: project.type === 'industry' ? wanYuan(Math.round(project.totalWan * 0.06)) : null,
    energyTce: project.type === 'industry' ? random.between(3, 90) * 100 : null,
  })
  return { fields, lead, owner }
}

/** The previous stage, for the few that moved within the last days. */
function advanceOf(context: ListContext, { stage, standing }: Project, index: number) {
  const move = context.playbook.moves.find((candidate) => candidate.to === stage && !candidate.back)
  if (!move || standing !== 'onTime' || index % 15 !== 4) return null
  return { day: addDays(context.today, -(1 + ((index * 3) % 8))), from: move.from }
}

function editOf(random: Random, context: ListContext, project: Project, fields: Fields, index: number) {
  if (index % 13 !== 6) return null
  const day = addDays(context.today, -(1 + (index % 7)))
  const more = wanYuan(Math.max(100, Math.round((project.totalWan * random.between(82, 94)) / 10_000) * 100))
  const before = known(context.playbook, index % 2 === 0 ? { totalInvestment: more } : { progress: '按计划推进' })
  return { day, before: 'blockers' in fields && index % 3 === 0 ? { ...before, blockers: null } : before }
}

/** Every ninth project that is past its talks is open to the deputies. */
function openedToOversight({ playbook }: ListContext, composed: ComposedItem, index: number): ComposedItem {
  if (index % 9 !== 3 || composed.after.phase === 'negotiation') return composed
  const after = { ...composed.after, opened: true }
  return { ...composed, after, keys: keysOf(standingOf(after, composed.nodes ?? [], playbook)) }
}

/** The whole invented list of a day. */
export function inventItems(random: Random, context: ListContext, directory: Directory): DemoItem[] {
  const { playbook, today } = context
  const towns = directory.orgs.filter((org) => org.kind === 'town' || org.kind === 'subDistrict').map((org) => org.name)
  const bureau = directory.orgs.find((org) => org.shortName === '区统计局' || org.name === '区统计局')
  const verifier = directory.persons.find((person) => person.orgId === bureau?.orgId) as PersonRow
  return inventProjects(random, today, towns).map((project, index) => {
    const { fields, lead, owner } = fieldsOf(random, context, directory, project, index)
    const reporter = owner ?? memberOf(random, directory, lead) ?? verifier
    const people = {
      leadOrgId: lead.orgId,
      ownerId: owner?.personId ?? null,
      leaderId: (fields.leader as string) ?? null,
    }
    const laid = planOf(random, context, project, people)
    const plan = { ...laid, nodes: withHoles(laid.nodes, index) }
    const drafts = figuresOf(random, playbook, project, planWan(random, project), { reporter, verifier }, today)
    const isFresh = project.stage === 'reserve' && index % 5 === 2
    const createdOn = isFresh ? addDays(today, -(1 + (index % 4))) : createdDay(random, project, today)
    const itemId = uuidv7(Date.parse(`${createdOn}T01:00:00Z`) + index * 60_000)
    const input = {
      itemId,
      fields,
      stage: project.stage,
      source: { kind: 'demonstration' } as const,
      actor: reporter.name,
      since: createdOn,
      facts: drafts,
      plan,
    }
    const composed = openedToOversight(context, composeItem(context, input), index)
    const advance = advanceOf(context, project, index)
    const edit = editOf(random, context, project, fields, index)
    return { itemId, stage: project.stage, fields, plan, drafts, composed, createdOn, advance, edit, owner: reporter }
  })
}

/** Most stood on the list before the year began. */
function createdDay(random: Random, { start }: Project, today: string): string {
  const latest = addDays(today, -25)
  const wished = start ? addMonths(start.date, -random.between(9, 12)) : addDays(today, -random.between(30, 200))
  return [wished, latest].sort()[0] as string
}
