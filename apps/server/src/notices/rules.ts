import type { ItemAction, Relation } from '@guatu/access'
import type { NoticeKind } from '@guatu/contract'
import type { Phase, Title } from '@guatu/kernel'
import type { FieldRelation, LampSubject, RungLevel } from '@guatu/playbook'

/** A value of an event's data by its path: `post.personId`. */
export type DataPath = string

/** What has to hold of an event, beside its verb. All conditions of a rule have to. */
export type Condition =
  | { readonly path: DataPath; readonly in: readonly (string | boolean)[] }
  /** The stage moved into is a last one, or one from which others lead on. */
  | { readonly stage: 'final' | 'open' }
  | { readonly phase: readonly Phase[] }
  /** The act has named another unit or person in this relation. */
  | { readonly changed: FieldRelation }
  /** A node was given to another unit or person. */
  | { readonly nodeDuty: true }
  /** Among the rules that lit the lamp is one that looks at this. */
  | { readonly litBy: LampSubject }

/** Who is told; never the actor himself, and of an item only those who may read it. */
export type Recipient =
  /** Those who stand so to the item once the event has happened. */
  | { readonly relation: Exclude<Relation, 'all' | 'opened'> }
  /** Those whose move it is in the stage that the item is in. */
  | { readonly next: true }
  /** Whoever may do this to the item. */
  | { readonly may: ItemAction }
  /** Persons whom the event names. */
  | { readonly named: readonly DataPath[] }
  /** Persons and units that got a node. */
  | { readonly nodeDuty: true }
  /** By the rung of the ladder that the item has reached. */
  | { readonly rungs: Readonly<Record<RungLevel, readonly Relation[]>> }

/**
 * Rules of who is told of what, as data: they name verbs of the record, relations of the rules of access and phases, never
 * a list. A verb that nobody writes is a rule that waits.
 */
export interface NoticeRule {
  readonly kind: NoticeKind
  readonly verb: string
  readonly where?: readonly Condition[]
  readonly to: readonly Recipient[]
  /** Words; `{stage}`, `{from}`, `{rules}`, `{level}`, `{clock}`, `{post}`, `{charge}`, `{nodes}` are looked up. */
  readonly text: Title
}

const relations = (...list: readonly Exclude<Relation, 'all' | 'opened'>[]): Recipient[] =>
  list.map((relation) => ({ relation }))

const responsible = relations('owner', 'lead')
const answerable = relations('owner', 'lead', 'leader')

const counted = (kind: string): Condition => ({ path: 'counts', in: [kind] })
const loop: Condition = { phase: ['problem', 'supervision', 'application'] }
/** What is drafted in a closed loop is nobody else's before it is issued: there the moves tell whose turn it is. */
const project: Condition = { phase: ['negotiation', 'delivery', 'performance', 'ended'] }
const forward: Condition = { path: 'back', in: [false] }

/** What happens to an item as it is handed on. */
const moves: readonly NoticeRule[] = [
  {
    kind: 'assigned',
    verb: 'item.created',
    where: [project],
    to: relations('owner', 'lead'),
    text: { zh: '新列入清单，由我方负责，当前“{stage}”', en: 'New on the list and yours, at {stage}' },
  },
  {
    kind: 'toAct',
    verb: 'item.created',
    where: [loop, { stage: 'open' }],
    to: [{ next: true }],
    text: { zh: '新提出，当前“{stage}”，等待我方办理', en: 'New at {stage}: it waits for you' },
  },
  ...(['lead', 'owner', 'leader', 'supervising', 'cooperating'] as const).flatMap((relation): NoticeRule[] =>
    ['item.updated', 'item.advanced'].map((verb) => ({
      kind: 'assigned',
      verb,
      where: verb === 'item.updated' ? [project, { changed: relation }] : [{ changed: relation }],
      to: relations(relation),
      text: {
        lead: { zh: '改由我单位牵头', en: 'Your unit leads it from here on' },
        owner: { zh: '改由我负责', en: 'You answer for it from here on' },
        leader: { zh: '改由我任责任领导', en: 'You are its leader from here on' },
        supervising: { zh: '改由我单位督办', en: 'Your unit supervises it from here on' },
        cooperating: { zh: '列我单位为配合单位', en: 'Your unit co-operates from here on' },
      }[relation],
    })),
  ),
  {
    kind: 'returned',
    verb: 'item.advanced',
    where: [{ path: 'counts', in: ['return', 'rejection'] }],
    to: [{ next: true }],
    text: { zh: '由“{from}”退回到“{stage}”', en: 'Sent back from {from} to {stage}' },
  },
  {
    kind: 'returned',
    verb: 'item.advanced',
    where: [{ path: 'back', in: [true] }],
    to: responsible,
    text: { zh: '由“{from}”退回到“{stage}”', en: 'Sent back from {from} to {stage}' },
  },
  {
    kind: 'reopened',
    verb: 'item.advanced',
    where: [counted('reopening')],
    to: [...responsible, ...relations('supervising'), { next: true }],
    text: { zh: '重新打开，回到“{stage}”', en: 'Opened again at {stage}' },
  },
  {
    kind: 'toAct',
    verb: 'item.advanced',
    where: [loop, { stage: 'open' }],
    to: [{ next: true }],
    text: { zh: '由“{from}”进入“{stage}”，等待我方办理', en: 'From {from} to {stage}: it waits for you' },
  },
  {
    kind: 'decided',
    verb: 'item.advanced',
    where: [{ phase: ['application'] }, { stage: 'final' }],
    to: relations('raiser', 'owner', 'lead'),
    text: { zh: '申请已有结论：{stage}', en: 'The application is decided: {stage}' },
  },
  {
    kind: 'closed',
    verb: 'item.advanced',
    where: [forward, { stage: 'final' }],
    to: [...answerable, ...relations('raiser', 'issuer', 'supervising')],
    text: { zh: '已到“{stage}”', en: 'It has reached {stage}' },
  },
]

/** What an item's lamps and clocks tell, the graver to the more. */
const alarms: readonly NoticeRule[] = [
  {
    kind: 'dueSoon',
    verb: 'item.lit',
    where: [{ path: 'to', in: ['blue'] }],
    to: responsible,
    text: { zh: '节点将到期：{rules}', en: 'Due soon: {rules}' },
  },
  {
    kind: 'lampYellow',
    verb: 'item.lit',
    where: [{ path: 'to', in: ['yellow'] }],
    to: responsible,
    text: { zh: '亮黄灯：{rules}', en: 'Yellow: {rules}' },
  },
  {
    kind: 'lampOrange',
    verb: 'item.lit',
    where: [{ path: 'to', in: ['orange'] }],
    to: [...responsible, ...relations('supervising')],
    text: { zh: '亮橙灯：{rules}', en: 'Orange: {rules}' },
  },
  {
    kind: 'lampRed',
    verb: 'item.lit',
    where: [{ path: 'to', in: ['red'] }],
    to: [...answerable, ...relations('supervising', 'charge')],
    text: { zh: '亮红灯：{rules}', en: 'Red: {rules}' },
  },
  {
    kind: 'clockWarned',
    verb: 'item.lit',
    where: [{ path: 'to', in: ['blue', 'yellow'] }, { litBy: 'clock' }],
    to: responsible,
    text: { zh: '时限将到：{rules}', en: 'A limit is near: {rules}' },
  },
  {
    kind: 'clockOverdue',
    verb: 'item.lit',
    where: [{ path: 'to', in: ['orange', 'red'] }, { litBy: 'clock' }],
    to: [...answerable, ...relations('supervising', 'raiser', 'issuer')],
    text: { zh: '超过时限：{rules}', en: 'Past a limit: {rules}' },
  },
  {
    kind: 'escalated',
    verb: 'item.escalated',
    to: [
      ...responsible,
      {
        rungs: {
          town: ['area', 'lead'],
          department: ['supervising', 'issuer'],
          leader: ['leader', 'charge', 'issuer'],
          joint: ['leader', 'charge', 'all'],
        },
      },
    ],
    text: { zh: '超期未办结，升级到：{level}', en: 'Overdue and escalated: {level}' },
  },
  ...(['clock.paused', 'clock.resumed'] as const).map(
    (verb): NoticeRule => ({
      kind: 'paused',
      verb,
      to: [...responsible, ...relations('raiser', 'issuer', 'supervising')],
      text:
        verb === 'clock.paused'
          ? { zh: '“{clock}”暂停计时', en: '{clock} is stopped' }
          : { zh: '“{clock}”恢复计时', en: '{clock} runs again' },
    }),
  ),
]

/** What was reported, asked for and decided. */
const verdicts: readonly NoticeRule[] = [
  ...['report.returned', 'fact.returned'].map(
    (verb): NoticeRule => ({
      kind: 'returned',
      verb,
      to: [{ named: ['reportedById', 'report.reportedById'] }, { relation: 'owner' }],
      text: { zh: '上报被退回', en: 'A report is returned' },
    }),
  ),
  {
    kind: 'exemptionAsked',
    verb: 'exemption.asked',
    to: [{ may: 'exemption.grant' }],
    text: { zh: '申请免予亮灯', en: 'An exemption from a lamp is asked for' },
  },
  {
    kind: 'exemptionDecided',
    verb: 'exemption.granted',
    to: [{ named: ['askedById', 'exemption.askedById'] }, ...responsible],
    text: { zh: '同意免予亮灯', en: 'The exemption is granted' },
  },
  ...['exemption.refused', 'exemption.ended', 'exemption.withdrawn'].map(
    (verb): NoticeRule => ({
      kind: 'exemptionDecided',
      verb,
      to: [{ named: ['askedById', 'exemption.askedById'] }, ...responsible],
      text:
        verb === 'exemption.refused'
          ? { zh: '不同意免予亮灯', en: 'The exemption is refused' }
          : { zh: '免予亮灯已结束', en: 'The exemption has ended' },
    }),
  ),
  ...['plan.saved', 'gaps.assigned'].map(
    (verb): NoticeRule => ({
      kind: 'nodeAssigned',
      verb,
      where: [{ nodeDuty: true }],
      to: [{ nodeDuty: true }],
      text: { zh: '节点交由我方：{nodes}', en: 'Nodes are yours: {nodes}' },
    }),
  ),
]

/** What concerns a person's own posts. */
const posts: readonly NoticeRule[] = [
  {
    kind: 'post',
    verb: 'post.assigned',
    to: [{ named: ['post.personId'] }],
    text: { zh: '任岗：{post}', en: 'Post assigned: {post}' },
  },
  {
    kind: 'post',
    verb: 'post.deputised',
    to: [{ named: ['post.personId'] }],
    text: { zh: '设为代理：{post}', en: 'You deputise: {post}' },
  },
  {
    kind: 'post',
    verb: 'post.ended',
    to: [{ named: ['post.personId'] }],
    text: { zh: '离岗：{post}', en: 'Post ended: {post}' },
  },
  {
    kind: 'post',
    verb: 'post.handedOver',
    to: [{ named: ['before.post.personId', 'after.post.personId'] }],
    text: { zh: '岗位交接：{post}', en: 'Post handed over: {post}' },
  },
  {
    kind: 'post',
    verb: 'charge.assigned',
    to: [{ named: ['charge.personId'] }],
    text: { zh: '包联：{charge}', en: 'In your charge: {charge}' },
  },
  {
    kind: 'post',
    verb: 'charge.ended',
    to: [{ named: ['charge.personId'] }],
    text: { zh: '解除包联：{charge}', en: 'No longer in your charge: {charge}' },
  },
]

export const noticeRules: readonly NoticeRule[] = [...moves, ...alarms, ...verdicts, ...posts]

/** Verbs that may tell somebody something; those of imports are told by their file, not by each row. */
export const tellingVerbs: readonly string[] = [...new Set(noticeRules.map(({ verb }) => verb)), 'import.committed']
