import { lampLevels, type PlanNode, searchText } from '@guatu/kernel'
import {
  type ClockState,
  lightLamps,
  maturityOf,
  type Playbook,
  partFields,
  phaseOf,
  projectionOf,
} from '@guatu/playbook'
import { clocksOf, type LoopState } from '../loop/state.ts'
import type { FactCurrentRow, ItemRow } from '../schema.ts'
import { figureFields, yearFigures } from '../year-figures.ts'
import { type Around, nothingAround, surroundings } from './around.ts'
import type { ListContext } from './list-context.ts'

/** What an item is, before anything is derived from it. */
export interface ItemState {
  /** Whole: with what is kept apart. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly stage: string
  readonly nodes: readonly PlanNode[]
  /** Current figures of all its metrics and periods. */
  readonly figures: readonly Pick<FactCurrentRow, 'metric' | 'period' | 'value' | 'currency' | 'verifiedValue'>[]
  /** Absent: it came onto the list on the very day. */
  readonly around?: Around
  /** Its way so far; absent: it has none, and no clocks. */
  readonly loop?: LoopState
}

type Judged = Pick<
  ItemRow,
  | 'stage'
  | 'phase'
  | 'stageIndex'
  | 'lamp'
  | 'lampRank'
  | 'lampReasons'
  | 'rules'
  | 'figuresYear'
  | 'litOn'
  | 'settled'
  | 'hasBlockers'
  | 'plannedStart'
  | 'deadline'
  | 'leadOrgId'
  | 'ownerId'
  | 'amountCny'
  | 'planCny'
  | 'doneCny'
  | 'verifiedCny'
  | 'behindPoints'
  | 'maturityPercent'
  | 'landAreaMu'
  | 'areaCode'
  | 'industryCode'
  | 'title'
  | 'titleKey'
  | 'searchText'
  | 'fields'
  | 'masks'
>

/** A key of the search index stays well under a page. */
const maxSearchLength = 600
const maxKeyLength = 120
const noBlockers = /^(无|没有|暂无|无问题|暂无问题|none)[。.]?$/i

/** Fields with the figures that facts say; a figure as it was written down keeps its own words. */
function withFigures(playbook: Playbook, state: Pick<ItemState, 'fields' | 'figures'>, today: string) {
  const fields: Record<string, unknown> = { ...state.fields }
  for (const [key, shown] of Object.entries(figureFields(playbook, state.figures, today))) {
    const held = fields[key] as { amount?: string } | null | undefined
    const same = shown !== null && typeof held === 'object' && held?.amount === (shown as { amount?: string }).amount
    if (shown === null) delete fields[key]
    else if (!same) fields[key] = shown
  }
  return fields
}

/** What was derived from a title before; pinyin takes longer than everything else here. */
type TitleKeys = Pick<ItemRow, 'title' | 'titleKey' | 'searchText'>

const keysOf = ({ titleKey, searchText: found }: TitleKeys) => ({ titleKey, searchText: found })

/** Every column that follows from an item's state on a day, and its nodes with their lamps. */
export function judge(
  context: ListContext,
  state: ItemState,
  known?: TitleKeys,
): { columns: Judged; nodes: readonly PlanNode[]; clocks: readonly ClockState[] } {
  const { playbook, today, thresholds, calendar } = context
  const { stage } = state
  const fields = withFigures(playbook, state, today)
  const clocks = state.loop ? clocksOf(context, state.loop, fields) : []
  const lit = lightLamps({
    clocks,
    ...surroundings(playbook, state.around ?? nothingAround(today), { fields, figures: state.figures }),
    ...{ playbook, thresholds, item: { stage, fields }, nodes: state.nodes, today, calendar },
  })
  const { open, masks } = partFields(playbook, fields)
  const projection = projectionOf({ playbook, fields, today })
  const { leadOrg, owner, behindPoints, landAreaMu, ...core } = projection
  const definition = playbook.stages.find((candidate) => candidate.key === stage)
  const columns: Judged = {
    ...core,
    stage,
    phase: phaseOf(playbook, stage),
    fields: open,
    masks,
    leadOrgId: leadOrg,
    ownerId: owner,
    behindPoints: behindPoints === null ? null : behindPoints.toFixed(2),
    maturityPercent: maturityOf(playbook, { stage, fields }, state.nodes)?.percent ?? null,
    landAreaMu: landAreaMu === null ? null : String(landAreaMu),
    industryCode: textOf(playbook, fields, 'industry'),
    hasBlockers: hasBlockers(textOf(playbook, fields, 'blockers')),
    stageIndex: playbook.stages.findIndex((candidate) => candidate.key === stage),
    settled: definition?.final === true,
    ...yearFigures(playbook, state.figures, today.slice(0, 4)),
    figuresYear: Number(today.slice(0, 4)),
    litOn: today,
    lamp: lit.lamp,
    lampRank: lampLevels.indexOf(lit.lamp),
    lampReasons: lit.reasons,
    rules: [...new Set(lit.reasons.filter(({ exempted }) => !exempted).map(({ rule }) => rule))],
    ...(known?.title === core.title ? keysOf(known) : textKeys(core.title)),
  }
  const nodes = state.nodes.map((node) => ({ ...node, lamp: lit.nodeLamps[node.nodeKey] ?? 'none' }))
  return { columns, nodes, clocks }
}

/** What a title is found and sorted by. */
function textKeys(title: string) {
  const found = searchText(title)
  const [, pinyin = ''] = found.split(' ')
  return { searchText: found.slice(0, maxSearchLength), titleKey: pinyin.slice(0, maxKeyLength) }
}

function textOf(playbook: Playbook, fields: Readonly<Record<string, unknown>>, role: 'industry' | 'blockers') {
  const key = playbook.roles[role]
  const value = key === undefined ? null : fields[key]
  return typeof value === 'string' && value !== '' ? value : null
}

const hasBlockers = (text: string | null) => text !== null && !noBlockers.test(text.trim())
