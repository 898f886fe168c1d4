import { readSheetVersion } from '@guatu/derive'
import type { Playbook } from '@guatu/playbook'
import { cellText, type Grid } from './grid/grid.ts'
import { indexMerges } from './grid/merges.ts'
import { findHeader } from './header/find.ts'
import { prepareTargets } from './header/score.ts'
import { targetsOf } from './header/targets.ts'

/** How many of a list's fields the best header among the sheets names, the title among them. */
function strengthOf(grids: readonly Grid[], playbook: Playbook): number {
  const targets = prepareTargets(targetsOf(playbook))
  const title = playbook.roles.title ?? ''
  return Math.max(0, ...grids.map((grid) => findHeader(grid, indexMerges(grid.merges), targets, title)?.strength ?? 0))
}

/**
 * The list that a file is a ledger of: the one that this program wrote the file for, else the one whose words its header
 * fits best; the first of these where several fit alike. Undefined where the file fits none.
 */
export function likelyList(grids: readonly Grid[], lists: readonly Playbook[]): Playbook | undefined {
  const written = new Set(grids.map((grid) => readSheetVersion(cellText(grid.rows[0]?.[0]))?.playbook))
  const own = lists.find(({ key }) => written.has(key))
  if (own) return own
  const visible = grids.filter((grid) => !grid.hidden)
  let best: { readonly list: Playbook; readonly strength: number } | undefined
  for (const list of lists) {
    const strength = strengthOf(visible.length > 0 ? visible : grids, list)
    if (strength > (best?.strength ?? 0)) best = { list, strength }
  }
  return best?.list
}
