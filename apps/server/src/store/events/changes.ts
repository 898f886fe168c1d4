import { showValue } from '@guatu/derive'
import { type LampLevel, type Language, lampFaces, type Title } from '@guatu/kernel'
import { type Field, wholeMask } from '@guatu/playbook'
import type { FieldChanges } from '../item-events.ts'
import type { EventRow } from '../schema.ts'
import type { TextContext } from './text.ts'

/** Before and after of one thing that an event changed, as people read it; null: there was, or is, nothing. */
export interface ShownChange {
  readonly title: Title
  readonly from: Title | null
  readonly to: Title | null
}

const nodeTitles: Readonly<Record<string, Title>> = {
  title: { zh: '名称', en: 'title' },
  stage: { zh: '阶段', en: 'stage' },
  plannedStart: { zh: '计划启动', en: 'planned start' },
  plannedFinish: { zh: '计划完成', en: 'planned finish' },
  baselineStart: { zh: '原计划启动', en: 'baseline start' },
  baselineFinish: { zh: '原计划完成', en: 'baseline finish' },
  actualStart: { zh: '实际启动', en: 'actual start' },
  actualFinish: { zh: '实际完成', en: 'actual finish' },
  notBefore: { zh: '不早于', en: 'not before' },
  durationWorkdays: { zh: '工期（工作日）', en: 'workdays' },
  leadOrgId: { zh: '牵头单位', en: 'lead unit' },
  ownerId: { zh: '责任人', en: 'owner' },
  leaderId: { zh: '包联领导', en: 'leader' },
  standard: { zh: '完成标准', en: 'standard' },
  doneBasis: { zh: '完成依据', en: 'basis' },
  percentDone: { zh: '进度（%）', en: 'progress (%)' },
}

const same = (text: string): Title => ({ zh: text, en: text })
const both = (say: (language: Language) => string): Title => ({ zh: say('zh'), en: say('en') })
const isNothing = (value: unknown) => value === null || value === undefined || value === ''

/** Every digit: two amounts that differ by a cent must not read alike in the record. */
function exactMoney(amount: string, currency: unknown): Title {
  const digits = amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
  return currency === 'CNY' || isNothing(currency)
    ? { zh: `${digits} 元`, en: `CNY ${digits}` }
    : same(`${currency} ${digits}`)
}

/** A value of a field, or of anything else that events hold, as people read it. */
function shown(value: unknown, field: Field | undefined, { dictionaries, names }: TextContext): Title | null {
  if (isNothing(value)) return null
  if (field?.secret) return same(wholeMask)
  const { amount, currency, date } = value as { amount?: unknown; currency?: unknown; date?: unknown }
  if (typeof amount === 'string') return exactMoney(amount, currency)
  const nameOf = (_kind: string, id: string) => names.get(id) ?? null
  if (field) return both((language) => showValue(field, value, { language, dictionaries, nameOf }))
  if (typeof date === 'string') return same(date)
  if (typeof value !== 'object') return same(names.get(String(value)) ?? String(value))
  return same(JSON.stringify(value))
}

const isChange = (value: unknown): value is FieldChanges[string] =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value

const changesIn = (value: unknown) =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => (isChange(part) ? [{ key, ...part }] : []))
    : []

function moved({ verb, data }: Told, { playbook }: TextContext): ShownChange[] {
  if (!isChange(data)) return []
  const { from, to } = data
  const stage = (key: unknown) => playbook.stages.find((one) => one.key === key)?.title ?? same(String(key))
  if (verb === 'item.advanced') return [{ title: { zh: '阶段', en: 'Stage' }, from: stage(from), to: stage(to) }]
  const lamp = (level: unknown) => lampFaces[level as LampLevel]?.title ?? same(String(level))
  if (verb === 'item.lit') return [{ title: { zh: '亮灯', en: 'Lamp' }, from: lamp(from), to: lamp(to) }]
  return [{ title: { zh: '内容', en: 'Content' }, from: same(String(from)), to: same(String(to)) }]
}

/** The figure that another one took the place of. */
function replaced({ data }: Told, { playbook }: TextContext): ShownChange[] {
  const { replaces, metric, period, value, currency } = data as Readonly<Record<string, unknown>>
  if (!replaces || value === undefined) return []
  const before = replaces as { readonly value?: string; readonly currency?: string; readonly verifiedValue?: string }
  const known = playbook.metrics[String(metric)]
  const figure = (number: string | null | undefined, of: unknown) =>
    isNothing(number) ? null : known?.unit === 'CNY' ? exactMoney(number as string, of) : same(number as string)
  const title = (of: Title | undefined) => both((language) => `${of?.[language] ?? metric} · ${period}`)
  const from = figure(before.value ?? before.verifiedValue, before.currency ?? currency)
  return [{ title: title(known?.title), from, to: figure(String(value), currency) }]
}

type Told = Pick<EventRow, 'verb' | 'data'>

interface ToldNode {
  readonly title: string
  readonly changes: unknown
}

/** Before and after of everything that an event changed: its item's fields, stage, figure and nodes. */
export function shownChanges(event: Told, context: TextContext): ShownChange[] {
  const { fields } = context.playbook
  const { changes, nodes } = event.data
  const ofFields = changesIn(changes).map(({ key, from, to }) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    return { title: field?.title ?? same(key), from: shown(from, field, context), to: shown(to, field, context) }
  })
  const told = Array.isArray(nodes) ? (nodes as readonly ToldNode[]) : []
  const ofNodes = told.flatMap((node) =>
    changesIn(node.changes).map(({ key, from, to }) => {
      const title = both((language) => `${node.title} · ${nodeTitles[key]?.[language] ?? key}`)
      return { title, from: shown(from, undefined, context), to: shown(to, undefined, context) }
    }),
  )
  return [...moved(event, context), ...replaced(event, context), ...ofFields, ...ofNodes]
}
