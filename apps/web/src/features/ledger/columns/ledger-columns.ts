import { type Column, columnsOf } from '@guatu/derive'
import { type LampReason, lampFaces, lampLevels, type Title } from '@guatu/kernel'
import type { Field, Playbook } from '@guatu/playbook'
import { type FieldContext, optionsOf, type PickOption } from '../../../forms/context.ts'
import { ledgerTexts } from '../texts.ts'

/** A derived column with its field; null for what the system computes, which cannot be typed into. */
export interface LedgerColumn extends Column {
  readonly field: Field | null
}

/** Heads stand on two lines at most, parted between any two Chinese characters but only between English words. */
const headWidth = ({ zh, en }: Title): number => {
  const longestWord = Math.max(...en.split(' ').map((word) => word.length))
  return Math.ceil(Math.max(Math.ceil([...zh].length / 2) * 14, longestWord * 8)) + 17
}

export const ledgerColumns = (playbook: Playbook): readonly LedgerColumn[] =>
  columnsOf(playbook).map((column) => ({
    ...column,
    widthPx: Math.max(column.widthPx, headWidth(column.title)),
    field: playbook.fields[column.key] ?? null,
  }))

/** A selection can also ask for these; they are no columns. */
const gapTitles: Readonly<Record<string, Title>> = {
  noLeadOrg: { zh: '缺责任单位', en: 'No lead unit' },
  noDeadline: { zh: '缺竣工时间', en: 'No finish date' },
  noAnnualPlan: { zh: '缺年度计划', en: 'No annual plan' },
  noOwner: { zh: '缺责任人', en: 'No owner' },
  doneWithoutPlan: { zh: '无计划有完成', en: 'Done without a plan' },
}

const option = (value: string, { zh, en }: Title, language: keyof Title): PickOption => ({
  value,
  title: language === 'zh' ? zh : en,
  words: [zh, en],
})

/** What the kernel's own keys of a filter choose from. */
function kernelOptions(key: string, playbook: Playbook, { language }: FieldContext): readonly PickOption[] {
  if (key === 'lamp') return lampLevels.map((level) => option(level, lampFaces[level].title, language))
  if (key === 'stage') return playbook.stages.map((stage) => option(stage.key, stage.title, language))
  if (key === 'rule') return playbook.lamps.rules.map((rule) => option(rule.key, rule.title, language))
  if (key === 'gap') return Object.entries(gapTitles).map(([value, title]) => option(value, title, language))
  return []
}

export const columnOptions = (
  column: LedgerColumn,
  playbook: Playbook,
  context: FieldContext,
): readonly PickOption[] =>
  column.field ? optionsOf(column.field, context) : kernelOptions(column.key, playbook, context)

/** Keys of a filter that are no column of their own: roles by the kernel's name, lamp rules and gaps. */
export function filterColumn(key: string, columns: readonly LedgerColumn[], playbook: Playbook): LedgerColumn | null {
  const own = columns.find((column) => column.key === key)
  if (own) return own
  const role = playbook.roles[key as keyof typeof playbook.roles]
  const byRole = role ? columns.find((column) => column.key === role) : undefined
  if (byRole) return { ...byRole, key }
  const shape: Omit<LedgerColumn, 'title'> = {
    ...{ key, field: null, filter: 'pick', format: 'lamp', align: 'start' },
    ...{ widthPx: 0, sortable: false, initial: false, masked: false },
  }
  if (key === 'rule') return { ...shape, title: ledgerTexts.rule }
  if (key === 'gap') return { ...shape, title: ledgerTexts.gap }
  if (key === 'started') return { ...shape, title: ledgerTexts.started }
  return null
}

/** The sentences of lit lamps, in one text for a line or a tooltip. */
export const reasonText = (reasons: readonly LampReason[], language: keyof Title): string =>
  reasons.map(({ level, text }) => `${lampFaces[level].glyph} ${text[language]}`).join('\n')
