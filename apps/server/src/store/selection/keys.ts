import type { FieldKind, FieldRole, Playbook } from '@guatu/playbook'

/** How a key's values are written and compared. */
export type KeySort =
  | 'text'
  | 'id'
  | 'number'
  | 'day'
  | 'flag'
  | 'rules'
  | 'months'
  | 'gap'
  | 'imports'
  | 'ids'
  | 'ties'

/** Where a key of a filter or sort is found: a column of its own, or the item's document. */
export interface SelectionKey {
  readonly key: string
  readonly sort: KeySort
  /** SQL of the value; `item` is the table's name. */
  readonly sql: string
  /** The value where it is read from events, given the condition that one of them, `e`, was known. */
  readonly ofEvents?: (known: string) => string
  /** SQL that orders by it, where that is not the value itself. */
  readonly orderSql?: string
  /** Never null: its order needs no rule for what is unknown. */
  readonly always?: true
  /** The roll-up is kept by it. */
  readonly rolled?: 'stage' | 'lamp' | 'areaCode' | 'leadOrgId'
}

const unitOrder = `(select position from org where org.district_id = item.district_id and org.org_id = item.lead_org_id)`
const personOrder = `(select search_text from person where person.district_id = item.district_id and person.person_id = item.owner_id)`

const own: Readonly<Record<string, Omit<SelectionKey, 'key'>>> = {
  stage: { sort: 'text', sql: 'item.stage', orderSql: 'item.stage_index', always: true, rolled: 'stage' },
  lamp: { sort: 'text', sql: 'item.lamp', orderSql: 'item.lamp_rank', always: true, rolled: 'lamp' },
  leadOrg: { sort: 'id', sql: 'item.lead_org_id', orderSql: unitOrder, rolled: 'leadOrgId' },
  owner: { sort: 'id', sql: 'item.owner_id', orderSql: personOrder },
  area: { sort: 'text', sql: 'item.area_code', rolled: 'areaCode' },
  deadline: { sort: 'day', sql: 'item.deadline' },
  behindPoints: { sort: 'number', sql: 'item.behind_points' },
  maturity: { sort: 'number', sql: 'item.maturity_percent' },
  updatedAt: { sort: 'day', sql: 'item.updated_at', always: true },
  rule: { sort: 'rules', sql: 'item.rules' },
  gap: { sort: 'gap', sql: '' },
  import: { sort: 'imports', sql: 'item.item_id' },
}

const byRole: Readonly<Partial<Record<FieldRole, Omit<SelectionKey, 'key'>>>> = {
  title: { sort: 'text', sql: 'item.title', orderSql: 'item.title_key', always: true },
  leadOrg: own.leadOrg!,
  owner: own.owner!,
  area: own.area!,
  industry: { sort: 'text', sql: 'item.industry_code' },
  start: { sort: 'day', sql: 'item.planned_start' },
  finish: own.deadline!,
  amount: { sort: 'number', sql: 'item.amount_cny' },
  annualPlan: { sort: 'number', sql: 'item.plan_cny' },
  annualDone: { sort: 'number', sql: 'item.done_cny' },
  landAreaMu: { sort: 'number', sql: 'item.land_area_mu' },
}

const documented: Record<FieldKind, { readonly sort: KeySort; readonly sql: (field: string) => string }> = {
  text: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  longText: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  choice: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  area: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  industry: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  districtIndustry: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  uscc: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  phone: { sort: 'text', sql: (field) => `item.fields->>'${field}'` },
  orgs: { sort: 'ids', sql: (field) => `item.fields->'${field}'` },
  org: { sort: 'id', sql: (field) => `(item.fields->>'${field}')::uuid` },
  person: { sort: 'id', sql: (field) => `(item.fields->>'${field}')::uuid` },
  integer: { sort: 'number', sql: (field) => `(item.fields->>'${field}')::numeric` },
  number: { sort: 'number', sql: (field) => `(item.fields->>'${field}')::numeric` },
  percent: { sort: 'number', sql: (field) => `(item.fields->>'${field}')::numeric` },
  money: { sort: 'number', sql: (field) => `(item.fields->'${field}'->>'amount')::numeric` },
  date: { sort: 'day', sql: (field) => `(item.fields->'${field}'->>'date')::date` },
  flag: { sort: 'flag', sql: (field) => `(item.fields->>'${field}')::boolean` },
}

/** Months in which an item started: of its start date where it stands that far, and of its moves into that stage. */
function startedMonths(playbook: Playbook): SelectionKey | undefined {
  const index = playbook.stages.findIndex((stage) => stage.reaches === 'start')
  const stage = playbook.stages[index]?.key
  if (stage === undefined) return undefined
  if (!/^[a-z][a-z0-9-]*$/.test(stage)) throw new Error(`stage key ${stage}`)
  const moves = (known: string) => `select to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM') from event e
    where e.district_id = item.district_id and e.item_id = item.item_id
      and e.verb = 'item.advanced' and e.data->>'to' = '${stage}' and ${known}`
  const months = (known: string) => `array(select to_char(item.planned_start, 'YYYY-MM') union all ${moves(known)})`
  const ofEvents = (known: string) =>
    `(case when item.stage_index >= ${index} then ${months(known)} else '{}'::text[] end)`
  return { key: 'started', sort: 'months', sql: '', ofEvents }
}

/** Every unit and person that the item's own fields name, in whatever part. */
function tied({ fields }: Playbook): SelectionKey {
  const named = (...kinds: readonly FieldKind[]) =>
    Object.entries(fields).flatMap(([key, { kind, secret }]) => (kinds.includes(kind) && !secret ? [key] : []))
  const one = named('org', 'person').map((field) => `item.fields->>'${field}'`)
  const many = named('orgs').map(
    (field) => `array(select jsonb_array_elements_text(coalesce(nullif(item.fields->'${field}', 'null'), '[]')))`,
  )
  return { key: 'tied', sort: 'ties', sql: `(${[`array[${one}]::text[]`, ...many].join(' || ')})` }
}

/** Every key that a selection of a list may name. */
export function selectionKeys(playbook: Playbook): ReadonlyMap<string, SelectionKey> {
  const keys = new Map<string, SelectionKey>()
  const roles = new Map(Object.entries(playbook.roles).map(([role, field]) => [field, role as FieldRole]))
  for (const [key, field] of Object.entries(playbook.fields)) {
    // What is kept apart is no column of a list: who could sort by it would learn it.
    if (field.secret) continue
    const role = roles.get(key)
    const { sort, sql } = documented[field.kind]
    // Field keys are checked when a playbook is defined; this keeps a slip there from becoming SQL.
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(key)) throw new Error(`field key ${key}`)
    keys.set(key, { key, ...((role && byRole[role]) ?? { sort, sql: sql(key) }) })
  }
  for (const [key, column] of Object.entries(own)) keys.set(key, { key, ...column })
  const ties = tied(playbook)
  keys.set(ties.key, ties)
  const started = startedMonths(playbook)
  if (started) keys.set(started.key, started)
  return keys
}
