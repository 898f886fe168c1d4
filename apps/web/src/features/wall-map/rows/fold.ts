/** How much of each project is open: its row alone, the nodes that need attention, or every node. */
export const foldModes = ['none', 'focus', 'all'] as const
export type FoldMode = (typeof foldModes)[number]

/**
 * One mode for the whole map and the projects that differ from it. A project that differs shows every node, or, where all
 * are open, its row alone.
 */
export interface Fold {
  readonly mode: FoldMode
  readonly flipped: ReadonlySet<string>
}

/** Enough of an id to tell projects apart in the URL: 8 hex digits collide once in 65,000 projects, and then harmlessly. */
const shortId = (itemId: string): string => itemId.slice(0, 8)

export function modeOf(fold: Fold, itemId: string): FoldMode {
  if (!fold.flipped.has(shortId(itemId))) return fold.mode
  return fold.mode === 'all' ? 'none' : 'all'
}

export function flip(fold: Fold, itemId: string): Fold {
  const flipped = new Set(fold.flipped)
  if (!flipped.delete(shortId(itemId))) flipped.add(shortId(itemId))
  return { ...fold, flipped }
}
