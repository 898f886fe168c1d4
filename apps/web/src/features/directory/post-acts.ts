import { type Role, roles } from '@guatu/access'
import {
  assignCharge,
  assignPost,
  correctPost,
  type DirectoryCharge,
  type DirectoryPerson,
  deputisePost,
  endCharge,
  endPost,
  handOverPost,
  type PersonReply,
  type Post,
  type Unit,
  unitKinds,
  updatePerson,
} from '@guatu/contract'
import { call } from '../../api/call.ts'
import { type Act, type ActField, ask, dayOf, dayValue } from './act.ts'
import { directoryTexts as texts } from './texts.ts'

type Values = Readonly<Record<string, unknown>>

const required = (value: unknown): string => dayOf(value) ?? ''

/** The role that posts in such a unit usually have. */
const usualRole = (unit: Unit | undefined): Role | null =>
  (unitKinds as Record<string, { readonly role: Role | null }>)[unit?.kind ?? '']?.role ?? null

/** A post for a person, in a unit, or both where neither is settled. */
export function assign(
  today: string,
  { unit, person }: { readonly unit?: Unit; readonly person?: DirectoryPerson },
): Act {
  return {
    key: 'assignPost',
    title: texts.assignPost,
    subject: person?.name ?? unit?.name ?? '',
    fields: [
      ...(person ? [] : [{ key: 'personId', field: ask.person(texts.person) }]),
      ...(unit ? [] : [{ key: 'orgId', field: ask.org(texts.unit, true), initial: person?.orgId }]),
      { key: 'role', field: ask.choice(texts.role, roles), initial: usualRole(unit) },
      { key: 'title', field: ask.text(texts.post) },
      { key: 'from', field: ask.day(texts.from), initial: dayValue(today) },
      { key: 'to', field: ask.day(texts.to, false) },
    ],
    send: (values: Values) =>
      call(assignPost, {
        body: {
          personId: person?.personId ?? String(values.personId),
          orgId: unit?.orgId ?? String(values.orgId),
          role: values.role as Role,
          title: values.title as string | null,
          from: required(values.from),
          to: dayOf(values.to),
        },
      }),
  }
}

export const end = (post: Post, subject: string, today: string): Act => ({
  key: `endPost ${post.postId}`,
  title: texts.endPost,
  subject,
  fields: [{ key: 'to', field: ask.day(texts.lastDay), initial: dayValue(today) }],
  send: ({ to }) =>
    call(endPost, { params: { postId: post.postId }, body: { to: required(to), revision: post.revision } }),
})

export const handOver = (post: Post, subject: string, today: string): Act => ({
  key: `handOver ${post.postId}`,
  title: texts.handOver,
  subject,
  fields: [
    { key: 'personId', field: ask.person(texts.successor) },
    { key: 'from', field: ask.day(texts.from), initial: dayValue(today) },
  ],
  send: ({ personId, from }) =>
    call(handOverPost, {
      params: { postId: post.postId },
      body: { personId: String(personId), from: required(from), revision: post.revision },
    }),
})

export const deputise = (post: Post, subject: string, today: string): Act => ({
  key: `deputise ${post.postId}`,
  title: texts.deputise,
  subject,
  fields: [
    { key: 'personId', field: ask.person(texts.deputy) },
    { key: 'from', field: ask.day(texts.from), initial: dayValue(today) },
    { key: 'to', field: ask.day(texts.to) },
  ],
  send: ({ personId, from, to }) =>
    call(deputisePost, {
      params: { postId: post.postId },
      body: { personId: String(personId), from: required(from), to: required(to) },
    }),
})

export const correct = (post: Post, subject: string): Act => ({
  key: `correctPost ${post.postId}`,
  title: texts.correctPost,
  subject,
  fields: [
    { key: 'title', field: ask.text(texts.post, true), initial: post.title },
    { key: 'from', field: ask.day(texts.from), initial: dayValue(post.from) },
  ],
  send: ({ title, from }) =>
    call(correctPost, {
      params: { postId: post.postId },
      body: { title: title as string, from: required(from), revision: post.revision },
    }),
})

export const editPerson = ({ person, contact }: PersonReply): Act => ({
  key: 'editPerson',
  title: texts.editPerson,
  subject: person.name,
  fields: [
    { key: 'name', field: ask.text(texts.person, true), initial: person.name },
    { key: 'orgId', field: ask.org(texts.unit), initial: person.orgId },
    { key: 'phone', field: ask.phone(texts.phone), initial: contact?.phone },
    { key: 'email', field: ask.text(texts.email), initial: contact?.email },
  ],
  send: (values) =>
    call(updatePerson, {
      params: { personId: person.personId },
      body: { ...(values as { name: string }), revision: person.revision },
    }),
})

type ChargeKind = DirectoryCharge['kind']

const chargeTitles = { area: texts.chargeArea, item: texts.chargeItem, org: texts.chargeUnit }

function chargeTarget(kind: ChargeKind): ActField {
  if (kind === 'area') return { key: 'target', field: ask.area(texts.area, true) }
  if (kind === 'org') return { key: 'target', field: ask.org(texts.unit, true) }
  return { key: 'target', field: ask.choice(texts.item, {}), searches: 'item' }
}

interface ChargeAsked {
  readonly kind: ChargeKind
  readonly personId?: string
  /** Where it is settled already. */
  readonly target?: string
}

/** An area, a project or a unit for a leader to be in charge of. */
export const charge = (
  today: string,
  { personId: known, kind, target: settled }: ChargeAsked,
  subject: string,
): Act => ({
  key: `assignCharge ${kind} ${known ?? ''} ${settled ?? ''}`,
  title: chargeTitles[kind],
  subject,
  fields: [
    ...(known ? [] : [{ key: 'personId', field: ask.person(texts.leader) }]),
    ...(settled ? [] : [chargeTarget(kind)]),
    { key: 'from', field: ask.day(texts.from), initial: dayValue(today) },
    { key: 'to', field: ask.day(texts.to, false) },
  ],
  send: ({ personId, target, from, to }) =>
    call(assignCharge, {
      body: {
        personId: known ?? String(personId),
        kind,
        target: settled ?? String(target),
        from: required(from),
        to: dayOf(to),
      },
    }),
})

export const releaseCharge = ({ chargeId, revision, targetName }: DirectoryCharge, today: string): Act => ({
  key: `endCharge ${chargeId}`,
  title: texts.endCharge,
  subject: targetName ?? '',
  fields: [{ key: 'to', field: ask.day(texts.lastDay), initial: dayValue(today) }],
  send: ({ to }) => call(endCharge, { params: { chargeId }, body: { to: required(to), revision } }),
})
