import type { Check } from './mistake.ts'

/** A move that asks for a side's own word is made by that side. */
export const checkWrittenBy: Check = ({ fields, moves }) =>
  moves.flatMap(({ asks = [], by = [] }, index) =>
    asks.flatMap((key) => {
      const writers: readonly string[] | undefined = fields[key]?.writtenBy
      if (!writers || (by.length > 0 && by.every((relation) => writers.includes(relation)))) return []
      return [{ path: `moves/${index}/asks`, message: `asks for '${key}', which only ${writers.join(', ')} fills in` }]
    }),
  )
