import { type BodyOf, closeUnit, createPerson, createUnit, type Unit, unitKinds, updateUnit } from '@guatu/contract'
import { call } from '../../api/call.ts'
import { type Act, type ActField, ask, dayOf, dayValue } from './act.ts'
import { directoryTexts as texts } from './texts.ts'

type NewUnit = BodyOf<typeof createUnit>

const unitFields = (unit: Partial<Unit>): readonly ActField[] => [
  { key: 'name', field: ask.text(texts.unitName, true), initial: unit.name },
  { key: 'shortName', field: ask.text(texts.shortName), initial: unit.shortName },
  { key: 'kind', field: ask.choice(texts.kind, unitKinds), initial: unit.kind },
  { key: 'parentId', field: ask.org(texts.parent), initial: unit.parentId },
  { key: 'areaCode', field: ask.area(texts.area), initial: unit.areaCode },
  { key: 'assessed', field: ask.flag(texts.assessed), initial: unit.assessed },
]

const unitOf = (values: Readonly<Record<string, unknown>>): NewUnit =>
  ({ ...values, assessed: values.assessed === true }) as NewUnit

export const addUnit = (parent: Unit): Act => ({
  key: 'addUnit',
  title: texts.addUnit,
  subject: parent.name,
  fields: unitFields({ parentId: parent.orgId, assessed: false }),
  send: (values) => call(createUnit, { body: unitOf(values) }),
})

export const editUnit = (unit: Unit): Act => ({
  key: 'editUnit',
  title: texts.editUnit,
  subject: unit.name,
  fields: unitFields(unit),
  send: (values) =>
    call(updateUnit, { params: { orgId: unit.orgId }, body: { ...unitOf(values), revision: unit.revision } }),
})

export const closeTheUnit = (unit: Unit, today: string): Act => ({
  key: 'closeUnit',
  title: texts.closeUnit,
  subject: unit.name,
  fields: [{ key: 'closedOn', field: ask.day(texts.closedOn), initial: dayValue(today) }],
  send: ({ closedOn }) =>
    call(closeUnit, { params: { orgId: unit.orgId }, body: { closedOn: dayOf(closedOn), revision: unit.revision } }),
})

export const reopenTheUnit = (unit: Unit): Act => ({
  key: 'reopenUnit',
  title: texts.reopenUnit,
  subject: unit.name,
  fields: [],
  send: () => call(closeUnit, { params: { orgId: unit.orgId }, body: { closedOn: null, revision: unit.revision } }),
})

export const addPerson = (unit: Unit): Act => ({
  key: 'addPerson',
  title: texts.addPerson,
  subject: unit.name,
  fields: [
    { key: 'name', field: ask.text(texts.person, true) },
    { key: 'phone', field: ask.phone(texts.phone) },
    { key: 'email', field: ask.text(texts.email) },
  ],
  send: (values) => call(createPerson, { body: { ...values, orgId: unit.orgId } as BodyOf<typeof createPerson> }),
})
