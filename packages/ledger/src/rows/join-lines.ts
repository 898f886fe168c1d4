import type { Playbook } from '@guatu/playbook'
import type { LedgerValue } from '../report.ts'
import type { RowDraft } from './row-input.ts'

/** What further lines of one project hold: new texts are added, new values taken, differing ones kept as text. */
export function joinLine(draft: RowDraft, line: RowDraft, playbook: Playbook): void {
  draft.errors.push(...line.errors)
  draft.warnings.push(...line.warnings)
  for (const [field, value] of Object.entries(line.fields)) {
    const before = draft.fields[field]
    if (before === undefined) draft.fields[field] = value
    else if (JSON.stringify(before) !== JSON.stringify(value)) addLine(draft, field, before, value, playbook)
  }
  for (const [header, text] of Object.entries(line.extra)) {
    const before = draft.extra[header]
    draft.extra[header] = before === undefined || before === text ? text : `${before}；${text}`
  }
}

const subItems = '子项'

/** Parts whose amounts the project's own include are kept as words. */
export function keepSubItem(draft: RowDraft, texts: readonly string[]): void {
  const text = texts.join(' ')
  draft.extra[subItems] = draft.extra[subItems] === undefined ? text : `${draft.extra[subItems]}；${text}`
}

function addLine(draft: RowDraft, field: string, before: LedgerValue, value: LedgerValue, playbook: Playbook): void {
  const definition = playbook.fields[field]
  if (
    typeof before === 'string' &&
    typeof value === 'string' &&
    (definition?.kind === 'longText' || definition?.kind === 'text')
  ) {
    draft.fields[field] = before.includes(value) ? before : `${before}${joint(before, value)}${value}`
    return
  }
  const text =
    typeof value === 'object' && 'raw' in value
      ? String(value.raw)
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
  const header = `${definition?.title.zh ?? field}（续）`
  draft.extra[header] = draft.extra[header] === undefined ? text : `${draft.extra[header]}；${text}`
  draft.warnings.push({
    row: draft.row,
    column: null,
    value: text,
    message: `同一项目的后一行里“${definition?.title.zh ?? field}”另有内容，按文字保留`,
  })
}

/** A sentence that goes on, or a bracket that belongs to the name, needs no sign between the lines. */
const joint = (before: string, value: string): string =>
  /[，、,；;：:]$/.test(before) || /^[（(]/.test(value) ? '' : '；'
