import type { OrgEntry, Session } from '@guatu/contract'
import type { Field, FieldRole, Playbook } from '@guatu/playbook'
import { type Condition, filterText, is } from '../../api/filter.ts'
import type { ViewState } from '../../app/search.ts'

/** What part of the board is looked at, as the address keeps it. */
export interface BoardView {
  readonly unit: string | undefined
  readonly type: string | undefined
  readonly urgency: string | undefined
  readonly area: string | undefined
  readonly mine: boolean
}

export function boardView(state: ViewState): BoardView {
  const { unit, type, urgency, area, mine } = state
  return {
    unit: unit || undefined,
    type: type || undefined,
    urgency: urgency || undefined,
    area: area || undefined,
    mine: mine === '1',
  }
}

export const isNarrowed = ({ mine, ...rest }: BoardView): boolean =>
  mine || Object.values(rest).some((value) => value !== undefined)

/** The field that plays a part, with its choices. */
export function choicesOf({ roles, fields }: Playbook, role: FieldRole) {
  const key = roles[role]
  const field: Field | undefined = key === undefined ? undefined : fields[key]
  return key !== undefined && field?.kind === 'choice' ? { key, title: field.title, choices: field.choices } : null
}

/** The person, his units and all below them: whose problems are one's own. Nobody's for the operator of the machine. */
export function ownIds({ me, orgs }: Pick<Session, 'me' | 'orgs'>): readonly string[] {
  if (!me) return []
  const ids = new Set(me.posts.map(({ orgId }) => orgId))
  const isBelow = ({ orgId, parentId }: OrgEntry) => parentId !== null && ids.has(parentId) && !ids.has(orgId)
  for (let found = orgs.filter(isBelow); found.length > 0; found = orgs.filter(isBelow)) {
    for (const { orgId } of found) ids.add(orgId)
  }
  return [me.personId, ...ids]
}

/** The selection behind the board: the ledger takes the same one. */
export function boardConditions(playbook: Playbook, view: BoardView, own: readonly string[]): readonly Condition[] {
  const { roles } = playbook
  const unit: Condition[] =
    view.unit === 'none'
      ? [{ key: 'leadOrg', operator: 'empty', values: [] }]
      : view.unit
        ? [is('leadOrg', view.unit)]
        : []
  return [
    ...unit,
    ...(view.type && roles.matterType ? [is(roles.matterType, view.type)] : []),
    ...(view.urgency && roles.urgency ? [is(roles.urgency, view.urgency)] : []),
    ...(view.area ? [is('area', view.area)] : []),
    ...(view.mine && own.length > 0 ? [is('tied', ...own)] : []),
  ]
}

/** Rules that a clock which has run out lights, by which the ledger finds its rows. */
export const overdueRules = ({ lamps }: Playbook): readonly string[] =>
  lamps.rules.filter(({ subject, levels }) => subject === 'clock' && levels.red).map(({ key }) => key)

export const boardFilter = (conditions: readonly Condition[], ...more: readonly Condition[]): string =>
  filterText([...conditions, ...more])
