import type { Deps } from '../../http/deps.ts'
import { relightItems } from '../../jobs/relight.ts'
import { append } from '../../store/append.ts'
import { type ListContext, listContext } from '../../store/items/list-context.ts'
import { linkEvent } from '../../store/loop/links.ts'
import type { ItemLinkRow } from '../../store/loop-rows.ts'
import type { OrgRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { uuidv7 } from '../../store/uuid.ts'
import { instantAt } from '../days.ts'
import type { DemoItem } from '../items.ts'
import type { InventedPerson } from '../people.ts'
import { closingWords, commentsOfLeads, commentsOfRaisers, looseMatters, type Matter, matters } from './matters.ts'
import { type Act, type ToldItem, toldItem } from './told.ts'
import { type Step, type Way, ways } from './ways.ts'

interface Directory {
  readonly orgs: readonly OrgRow[]
  readonly people: readonly InventedPerson[]
  readonly items: readonly DemoItem[]
}

interface Invented extends ToldItem {
  /** The project and the node that it holds. */
  readonly held: { readonly project: DemoItem; readonly nodeKey: string } | null
}

/** So many workdays before today's, or the one before it on a day off; never later than a little while ago. */
function instantBack({ calendar, today, now }: ListContext, back: number, minute: number): string {
  const at = instantAt(calendar.addWorkdays(calendar.previousWorkday(today), -back), minute)
  const latest = new Date(Date.parse(now) - (60 - back) * 60_000).toISOString()
  return [at, latest].sort()[0]!
}

const dayOf = (context: ListContext, workdays: number) => ({
  date: context.calendar.addWorkdays(context.today, workdays),
  precision: 'day' as const,
})

/** How much a hold on a node would hurt: under way or due to begin, and with no day to spare. */
function sorenessOf(
  { calendar, today }: ListContext,
  node: DemoItem['plan']['nodes'][number] | undefined,
): number | null {
  if (!node || node.done || node.plannedStart === null || node.plannedFinish === null) return null
  const begins = node.actualStart === null ? calendar.workdaysBetween(today, node.plannedStart) : 0
  return Math.max(0, begins) + (node.floatWorkdays ?? 0)
}

/** The project that a hold on one of the matter's nodes hurts most, none twice. */
function projectFor(context: ListContext, projects: readonly DemoItem[], { nodes }: Matter, taken: Set<string>) {
  const open = projects.filter(({ itemId }) => !taken.has(itemId))
  const sore = nodes.flatMap((nodeKey) =>
    open.flatMap((project) => {
      const node = project.plan.nodes.find((candidate) => candidate.nodeKey === nodeKey)
      const soreness = sorenessOf(context, node)
      return soreness === null ? [] : [{ project, nodeKey, soreness }]
    }),
  )
  const [worst] = sore.sort((a, b) => a.soreness - b.soreness)
  if (!worst) return null
  taken.add(worst.project.itemId)
  return { project: worst.project, nodeKey: worst.nodeKey }
}

/** The road and plot of a project, without the town before it. */
const plotOf = (project: DemoItem | null): string => {
  const plot = /(?:镇|街道|区域|开发区|科技城|经开区)(.+)$/.exec(String(project?.fields.location ?? ''))?.[1]
  return plot ? `（${plot}）` : ''
}

interface Parties {
  readonly raiserOrg: OrgRow
  readonly raiser: InventedPerson | undefined
  readonly lead: OrgRow
  readonly helper: OrgRow
  readonly office: InventedPerson
}

const named = ({ orgs }: Directory, name: string): OrgRow =>
  orgs.find((org) => org.shortName === name || org.name === name) ?? orgs[0]!

const memberOf = ({ people }: Directory, { orgId }: OrgRow, place: number): InventedPerson | undefined => {
  const members = people.filter(({ row }) => row.orgId === orgId)
  return members[place % Math.max(1, members.length)]
}

/** What a step fills in, of the matter and of the way. */
function filledBy(context: ListContext, step: Step, matter: Matter, parties: Parties, place: number) {
  const { lead, helper } = step.elsewhere
    ? { lead: parties.helper, helper: parties.lead }
    : { lead: parties.lead, helper: parties.helper }
  const promised = step.promised === undefined ? {} : { promisedOn: dayOf(context, step.promised) }
  const byStage: Readonly<Record<string, object>> = {
    assigned: { leadOrg: lead.orgId, cooperatingOrgs: [helper.orgId] },
    declined: { declineGround: step.ground },
    handling: promised,
    confirming: {
      result: matter.result,
      leadRating: place % 5 === 2 ? '3' : '5',
      leadComment: commentsOfLeads[place % 3],
    },
    appealed: { appeal: '已按审计口径足额兑现，差额无政策依据' },
    closed: { closeGround: step.ground },
  }
  const rated = step.rating === undefined ? {} : { raiserRating: String(step.rating) }
  return { ...byStage[step.to], ...rated }
}

function actOf(context: ListContext, directory: Directory, story: StoryInput, step: Step): Act {
  const { matter, parties, place, way, unit } = story
  const at = instantBack(context, step.back, step.minute)
  const member = memberOf(directory, unit(step), place)
  const actor = { office: parties.office, lead: member, raiser: parties.raiser }[step.by]?.row.name ?? '区攻坚办'
  const filled = filledBy(context, step, matter, parties, place)
  const fields = {
    ...(step.to === 'assigned' && !step.elsewhere
      ? { ...filled, problemType: matter.type, urgency: way.urgency }
      : filled),
    ...(step.to === 'accepted' ? { complexity: way.simple ? 'simple' : 'complex', owner: member?.row.personId } : {}),
    ...(step.to === 'handling' && !step.move && step.rating === undefined && step.by === 'lead'
      ? { measure: matter.measure }
      : {}),
    ...(step.to === 'confirming' && way.simple ? { measure: matter.measure } : {}),
    ...(step.to === 'solved'
      ? { solvedOn: { date: at.slice(0, 10), precision: 'day' }, raiserComment: commentsOfRaisers[place % 4] }
      : {}),
  }
  const ground = step.to === 'closed' ? closingWords[step.ground as keyof typeof closingWords] : undefined
  const reason = step.reason ?? ground
  // An appeal is a field of its own and needs no reason beside it.
  return { to: step.to, move: step.move, fields, reason: step.to === 'appealed' ? undefined : reason, at, actor }
}

interface StoryInput {
  readonly matter: Matter
  readonly parties: Parties
  readonly place: number
  readonly way: Way
  /** The unit that has it in hand after a step. */
  readonly unit: (step: Step) => OrgRow
}

function partiesOf(directory: Directory, matter: Matter, project: DemoItem | null, place: number): Parties {
  const { orgs, people } = directory
  const towns = orgs.filter(({ areaCode, kind }) => areaCode !== null && kind !== 'district')
  const firms = orgs.filter(({ kind }) => kind === 'firm')
  const ofFirm = project ? firms.find(({ orgId }) => orgId === project.fields.firm) : firms[place % 4]
  const town = towns.find(({ areaCode }) => areaCode === project?.fields.area) ?? towns[(place * 5) % towns.length]!
  const raiserOrg = ofFirm ?? town
  return {
    raiserOrg,
    raiser: memberOf(directory, raiserOrg, place),
    lead: named(directory, matter.lead),
    helper: named(directory, matter.helper),
    office: people.find(({ role }) => role === 'districtOffice') ?? people[0]!,
  }
}

function invented(context: ListContext, directory: Directory, way: Way, place: number, taken: Set<string>): Invented {
  const isLoose = place % 9 === 4
  const matter = isLoose ? looseMatters[place % looseMatters.length]! : matters[(place * 5) % matters.length]!
  const held = isLoose ? null : projectFor(context, directory.items, matter, taken)
  const project = held?.project ?? null
  const parties = partiesOf(directory, matter, project, place)
  const { raiserOrg, raiser } = parties
  const at = instantBack(context, way.raisedBack, 530 + ((place * 13) % 60))
  const later = way.steps.findIndex(({ elsewhere }) => elsewhere)
  const unit = (step: Step) => (later >= 0 && way.steps.indexOf(step) >= later ? parties.helper : parties.lead)
  const story: StoryInput = { matter, parties, place, way, unit }
  const fields = {
    title: `${matter.title}${plotOf(project)}`,
    asked: matter.asked,
    description: matter.description,
    problemType: matter.type,
    urgency: way.urgency,
    source: raiserOrg.kind === 'firm' ? 'firm' : project ? 'project' : 'visit',
    ...(project ? { project: project.fields.title, location: project.fields.location } : {}),
    raisedOn: { date: at.slice(0, 10), precision: 'day' },
    raiserOrg: raiserOrg.orgId,
    ...(raiser ? { raiser: raiser.row.personId } : {}),
    ...(project?.fields.firm ? { firm: project.fields.firm } : {}),
    ...(project?.fields.leader ? { leader: project.fields.leader } : {}),
    area: project?.fields.area ?? raiserOrg.areaCode ?? '330402',
    supervisingOrg: named(directory, '区攻坚办').orgId,
  }
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null))
  const stop = way.paused && {
    ...way.paused,
    at: instantBack(context, way.paused.back, 620),
    actor: memberOf(directory, parties.lead, place)?.row.name ?? '承办人',
  }
  const acts = way.steps.map((step) => actOf(context, directory, story, step))
  return { ...toldItem(context, { fields: known, at, actor: raiser?.row.name ?? raiserOrg.name, acts, stop }), held }
}

function linkOf(tx: Tx, kind: string, { item, held }: Invented): ItemLinkRow[] {
  if (!held) return []
  const { itemId: fromItemId, createdAt: addedAt } = item.after
  const { project, nodeKey } = held
  const added = { addedAt, addedBy: '区攻坚办', removedAt: null, removedBy: null }
  const ends = { fromItemId, toItemId: project.itemId, kind, nodeKey }
  return [{ districtId: tx.districtId, linkId: uuidv7(Date.parse(addedAt)), ...ends, ...added }]
}

/** Problems in every state, with their way, each at a node of a project where it has one. Answers how many. */
export async function loadProblems(deps: Deps, tx: Tx, directory: Directory): Promise<number> {
  const playbook = deps.shelf.playbooks.find(({ capabilities }) => capabilities.includes('problemBoard'))
  const kind = Object.entries(playbook?.linkKinds ?? {}).find(([, { holds }]) => holds)?.[0]
  if (!playbook || !kind) return 0
  const context = await listContext(tx, playbook, { today: deps.today(), now: deps.now() })
  const taken = new Set<string>()
  const made = ways.map((way, place) => invented(context, directory, way, place, taken))
  const links = made.flatMap((one) => linkOf(tx, kind, one))
  const titles = new Map(directory.items.map(({ itemId, composed }) => [itemId, composed.after.title]))
  const linked = links.map((link) => ({
    ...linkEvent('link.added', link, titles.get(link.toItemId) ?? ''),
    at: link.addedAt,
    actor: link.addedBy,
  }))
  const events = [...made.flatMap(({ events: own }) => own), ...linked]
  await append(tx, {
    at: context.now,
    events: events.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1)),
    items: made.map(({ item }) => item),
    links,
  })
  // Lamps follow the clocks as the told way leaves them.
  await relightItems(
    deps,
    tx,
    made.map(({ item }) => item.after.itemId),
  )
  return made.length
}
