/** What can differ of a node between two plans; the order is that of a summary. */
export const differenceKinds = [
  'noLonger',
  'nowMeets',
  'later',
  'earlier',
  'finished',
  'reopened',
  'added',
  'gone',
  'dated',
  'undated',
] as const

/**
 * `noLonger`, `nowMeets`: the promised finish. `later`, `earlier`: the planned finish moved, or the start with it
 * standing. `dated`, `undated`: the planned finish came, or went.
 */
export type DifferenceKind = (typeof differenceKinds)[number]
