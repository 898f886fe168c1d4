/**
 * Chooses a column for each target, or none, so that the sum of the gains is greatest and no column or target is used
 * twice: the Hungarian method with potentials (Kuhn 1955; Munkres 1957). `gain[target][column]`, 0 where they do not fit.
 * Gives the column of each target, or -1.
 */
export function assign(gain: readonly (readonly number[])[], columns: number): number[] {
  const targets = gain.length
  // Enough empty columns that every target may go without.
  const width = columns + targets
  const potentialTarget = new Array<number>(targets + 1).fill(0)
  const potentialColumn = new Array<number>(width + 1).fill(0)
  const targetOf = new Array<number>(width + 1).fill(0)
  const cost = (target: number, column: number): number =>
    column <= columns ? -(gain[target - 1]![column - 1] ?? 0) : 0
  for (let target = 1; target <= targets; target++) {
    targetOf[0] = target
    const way = new Array<number>(width + 1).fill(0)
    const slack = new Array<number>(width + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Array<boolean>(width + 1).fill(false)
    let at = 0
    do {
      used[at] = true
      const current = targetOf[at]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let column = 1; column <= width; column++) {
        if (used[column]) continue
        const reduced = cost(current, column) - potentialTarget[current]! - potentialColumn[column]!
        if (reduced < slack[column]!) {
          slack[column] = reduced
          way[column] = at
        }
        if (slack[column]! < delta) {
          delta = slack[column]!
          next = column
        }
      }
      for (let column = 0; column <= width; column++) {
        if (used[column]) {
          potentialTarget[targetOf[column]!]! += delta
          potentialColumn[column]! -= delta
        } else slack[column]! -= delta
      }
      at = next
    } while (targetOf[at] !== 0)
    for (; at !== 0; at = way[at]!) targetOf[at] = targetOf[way[at]!]!
  }
  const chosen = new Array<number>(targets).fill(-1)
  for (let column = 1; column <= columns; column++) {
    const target = targetOf[column]!
    if (target > 0 && gain[target - 1]![column - 1]! > 0) chosen[target - 1] = column - 1
  }
  return chosen
}
