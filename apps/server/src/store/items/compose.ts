import { keysOf } from '@guatu/access'
import type { Money, Source } from '@guatu/kernel'
import { type LaidOut, layPlan, type Playbook } from '@guatu/playbook'
import { standingOf } from '../access/standing.ts'
import type { EventDraft } from '../chain.ts'
import { createdEvent } from '../item-events.ts'
import { loopAfter, loopWrite, newLoop } from '../loop/state.ts'
import type { FactCurrentRow, FactRow, FactVerificationRow, ItemRow } from '../schema.ts'
import { uuidv7 } from '../uuid.ts'
import type { ItemWrite } from '../write.ts'
import { nothingAround } from './around.ts'
import { judge } from './judge.ts'
import type { ListContext } from './list-context.ts'
import { nodeRow } from './node-rows.ts'
import { secretWrites, tellingSecrets } from './secrets.ts'

/** A figure that comes with an item, before it has its id. */
export interface FactDraft {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly currency: string | null
  readonly evidence?: string | null
  readonly source: Source
  readonly reportedBy: string
  readonly reportedAt: string
  /** The monthly report that it comes with. */
  readonly reportId?: string
  /** Verified in the same act, as the demonstration's past is. */
  readonly verified?: { readonly by: string; readonly at: string; readonly evidence?: string | null }
}

export interface NewItem {
  readonly itemId?: string
  /** Checked fields; those with a metric become facts. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly stage: string
  readonly source: Source
  readonly actor: string
  /** The period that figures in the fields are of; absent: that of today. */
  readonly figuresDay?: string
  /** The day since which it is on the list; absent: today. */
  readonly since?: string
  /** Figures besides those in the fields. */
  readonly facts?: readonly FactDraft[]
  /** The plan of a project that has run for long; absent: it is laid from today. */
  readonly plan?: Pick<LaidOut, 'nodes' | 'feasible' | 'shortfallWorkdays'>
}

export interface ComposedItem extends ItemWrite {
  readonly keys: readonly string[]
  readonly facts: readonly FactRow[]
  readonly verifications: readonly FactVerificationRow[]
  readonly event: EventDraft
}

/** The period of a metric that a day lies in. */
function periodOf(playbook: Playbook, metric: string, day: string): string {
  return day.slice(0, playbook.metrics[metric]?.period === 'year' ? 4 : 7)
}

/** The figures in fields that have a metric, as facts to report. */
export function factsOfFields(
  playbook: Playbook,
  fields: Readonly<Record<string, unknown>>,
  day: string,
  stamp: Pick<FactDraft, 'source' | 'reportedBy' | 'reportedAt'>,
): FactDraft[] {
  return Object.entries(playbook.fields).flatMap(([key, { metric }]) => {
    const value = fields[key]
    if (!metric || value === null || value === undefined) return []
    const money = typeof value === 'object' ? (value as Money) : null
    const figure = { value: money?.amount ?? Number(value).toFixed(2), currency: money?.currency ?? null }
    return [{ metric, period: periodOf(playbook, metric, day), ...figure, ...stamp }]
  })
}

export function factRow(districtId: string, itemId: string, draft: FactDraft): FactRow {
  const { verified: _, evidence, reportId = null, ...fact } = draft
  const factId = uuidv7(Date.parse(draft.reportedAt))
  return { districtId, itemId, factId, evidence: evidence ?? null, reportedById: null, ...fact, reportId }
}

/** What is current after drafts in their order, of an item that had no figures. */
export function figuresOf(drafts: readonly FactDraft[]) {
  const figures = new Map<string, Pick<FactCurrentRow, 'metric' | 'period' | 'value' | 'currency' | 'verifiedValue'>>()
  for (const { metric, period, value, currency, verified } of drafts) {
    const key = `${metric} ${period}`
    const verifiedValue = verified ? value : (figures.get(key)?.verifiedValue ?? null)
    figures.set(key, { metric, period, value, currency, verifiedValue })
  }
  return [...figures.values()]
}

const dateOf = (playbook: Playbook, fields: Readonly<Record<string, unknown>>, role: 'start' | 'finish') => {
  const key = playbook.roles[role]
  return ((key && (fields[key] as { date: string } | null | undefined)) || null)?.date ?? null
}

const idOf = (playbook: Playbook, fields: Readonly<Record<string, unknown>>, role: 'leadOrg' | 'owner') => {
  const key = playbook.roles[role]
  return ((key && fields[key]) as string | null | undefined) ?? null
}

/** The first plan of an item by its fields. */
export function firstPlan(context: ListContext, fields: Readonly<Record<string, unknown>>, stage: string) {
  const { playbook, template, calendar, today, orgIds } = context
  const leadOrgId = idOf(playbook, fields, 'leadOrg')
  return layPlan({
    template,
    start: dateOf(playbook, fields, 'start'),
    finish: dateOf(playbook, fields, 'finish'),
    stage,
    calendar,
    today,
    leadOrgIdOf: (name) => (name === 'lead' ? leadOrgId : (orgIds.get(name) ?? null)),
    ownerId: idOf(playbook, fields, 'owner'),
  })
}

/** One new item with its plan, its figures and its event: everything but the writing. */
export function composeItem(context: ListContext, input: NewItem): ComposedItem {
  const { playbook, districtId, now } = context
  const itemId = input.itemId ?? uuidv7()
  const stamp = { source: input.source, reportedBy: input.actor, reportedAt: now }
  const fromFields = factsOfFields(playbook, input.fields, input.figuresDay ?? context.today, stamp)
  const drafts = [...fromFields, ...(input.facts ?? [])]
  const laid = input.plan ?? firstPlan(context, input.fields, input.stage)
  const fields = Object.fromEntries(Object.entries(input.fields).filter(([, value]) => value !== null))
  const place = { districtId, itemId }
  const loop = loopAfter(context, place, newLoop, { stage: input.stage, fields, moved: false })
  const { columns, nodes, clocks } = judge(context, {
    loop,
    fields,
    stage: input.stage,
    nodes: laid.nodes,
    figures: figuresOf(drafts),
    around: nothingAround(input.since ?? context.today),
  })
  const row: ItemRow = {
    ...columns,
    districtId,
    itemId,
    playbookKey: playbook.key,
    playbookVersion: playbook.version,
    planRevision: context.planRevision,
    revision: 1,
    feasible: laid.feasible,
    shortfallWorkdays: laid.shortfallWorkdays,
    createdAt: now,
    updatedAt: now,
    knownFrom: now,
    litFrom: context.today,
    opened: false,
    escalatedTo: null,
    links: null,
    source: input.source,
  }
  const facts = drafts.map((draft) => factRow(districtId, itemId, draft))
  const secrets = secretWrites(playbook, {}, fields)
  return {
    before: null,
    after: row,
    keys: keysOf(standingOf(row, nodes, playbook)),
    loop: loopWrite(context, place, { before: newLoop, after: loop }, fields, clocks),
    nodes: nodes.map((node, position) => nodeRow(context, row, node, position)),
    facts,
    verifications: verificationsOf(drafts, facts),
    secrets,
    event: tellingSecrets(createdEvent(row), secrets),
  }
}

function verificationsOf(drafts: readonly FactDraft[], facts: readonly FactRow[]): FactVerificationRow[] {
  return drafts.flatMap(({ verified }, index) => {
    const { districtId, factId } = facts[index] as FactRow
    if (!verified) return []
    return [
      {
        districtId,
        factId,
        verifiedBy: verified.by,
        verifiedById: null,
        verifiedAt: verified.at,
        evidence: verified.evidence ?? null,
      },
    ]
  })
}
