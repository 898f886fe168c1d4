export type Row = { what: string; ours: string; theirs: string; ratio: string; goal: string; holds: boolean | null }

/** The best of several runs: what something takes when nothing else is in its way. */
export const best = (values: number[]): number => Math.min(...values)

export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(3) : value.toFixed(1)} ms`

/** A row that compares with another program: at most so many times its time, or at least so many times faster. */
export function compared(
  what: string,
  ours: number,
  theirs: number | null,
  goal: { atMost?: number; faster?: number },
): Row {
  if (theirs === null) return { what, ours: ms(ours), theirs: '–', ratio: '–', goal: 'not compared', holds: null }
  const ratio = ours / theirs
  return {
    ...{ what, ours: ms(ours), theirs: ms(theirs) },
    ratio: goal.faster === undefined ? `${ratio.toFixed(2)} x` : `1/${(1 / ratio).toFixed(0)}`,
    goal: goal.faster !== undefined ? `<= 1/${goal.faster}` : goal.atMost !== undefined ? `<= ${goal.atMost} x` : '',
    holds:
      goal.faster !== undefined ? 1 / ratio >= goal.faster : goal.atMost !== undefined ? ratio <= goal.atMost : null,
  }
}

/** A row with a limit of its own. */
export const limited = (what: string, ours: number, limit: number): Row => {
  return { what, ours: ms(ours), theirs: '', ratio: '', goal: `<= ${limit} ms`, holds: ours <= limit }
}

export function print(rows: readonly Row[]): void {
  const lines = rows.map(({ what, ours, theirs, ratio, goal, holds }) => {
    return [what, ours, theirs, ratio, goal, holds === null ? '' : holds ? 'holds' : 'DOES NOT HOLD']
  })
  const all = [['', 'Guatu', 'compared', 'ratio', 'goal', ''], ...lines]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  for (const line of all)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
}
