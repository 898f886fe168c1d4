import { type SheetLayout, sheetLayout } from '@guatu/derive'
import { extraKey } from '@guatu/ledger'
import type { Playbook } from '@guatu/playbook'

/** The derived layout, and behind it a hidden column for what an item holds besides its fields. */
export function exportLayout(playbook: Playbook, keys?: readonly string[]): SheetLayout {
  const layout = sheetLayout(playbook, keys)
  const extra = {
    key: extraKey,
    label: '原表其他列',
    format: 'text',
    widthChars: 20,
    required: false,
    choices: [],
    open: false,
    hidden: true,
  } as const
  return { ...layout, columns: [...layout.columns, extra] }
}
