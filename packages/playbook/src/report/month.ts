const monthPattern = /^(\d{4})-(0[1-9]|1[0-2])$/

/** A month `2026-11` that lies `count` months away: negative is earlier. */
export function monthAway(month: string, count: number): string {
  const match = monthPattern.exec(month)
  if (!match) throw new Error(`not a month: ${month}`)
  const months = Number(match[1]) * 12 + Number(match[2]) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** The last day of a month. */
export const monthEnd = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
