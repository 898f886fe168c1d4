import { getImportDifferences, type ImportDifference } from '@guatu/contract'
import { showValue } from '@guatu/derive'
import { done } from '@guatu/kernel'
import { extraKey } from '@guatu/ledger'
import { type Dictionaries, maskOf, type Playbook } from '@guatu/playbook'
import { feature } from '../../http/feature.ts'
import type { CellChange, ItemDifference } from './compare.ts'
import { findSession } from './desk.ts'
import { namesById } from './names-by-id.ts'

/** What values are shown by. */
interface Words {
  readonly nameOf: (kind: 'org' | 'person', id: string) => string | null
  readonly dictionaries: Dictionaries
}

function shown(playbook: Playbook, field: string, value: unknown, words: Words): string {
  if (value === null || value === undefined) return ''
  if (field === extraKey)
    return Object.entries(value as Record<string, string>)
      .map(([header, text]) => `${header}：${text}`)
      .join('；')
  const definition = playbook.fields[field]
  if (!definition) return playbook.stages.find((stage) => stage.key === value)?.title.zh ?? String(value)
  return showValue(definition, value, { language: 'zh', ...words })
}

function cellReply(playbook: Playbook, { field, before, after }: CellChange, words: Words) {
  const definition = playbook.fields[field]
  if (definition?.secret) {
    const mask = before === null ? '' : maskOf(definition, before)
    return { field, before: mask || null, after, beforeText: mask, afterText: shown(playbook, field, after, words) }
  }
  return {
    field,
    before,
    after,
    beforeText: shown(playbook, field, before, words),
    afterText: shown(playbook, field, after, words),
  }
}

export const getImportDifferencesFeature = feature(getImportDifferences, async (deps, { params, query }) => {
  const found = findSession(deps, params.importId)
  if (found.kind === 'refused') return found
  const { playbook, comparison } = found.value
  const changed: readonly ItemDifference[] = comparison?.changed ?? []
  const offset = query.offset ?? 0
  const nameOf = await deps.store.read((tx) => namesById(tx, comparison?.names))
  const words = { nameOf, dictionaries: deps.shelf.dictionaries }
  const differences = changed.slice(offset, offset + (query.limit ?? 100)).map(
    ({ itemId, row, title, cells }): ImportDifference => ({
      itemId,
      row,
      title,
      cells: cells.map((cell) => cellReply(playbook, cell, words)),
    }),
  )
  return done({
    total: changed.length,
    unchanged: comparison?.unchanged ?? 0,
    created: comparison?.created.length ?? 0,
    differences,
  })
})
