import type { AreaMap } from '@guatu/contract'
import data from './schematic.json' with { type: 'json' }

/** Areas of the district in their places, not to scale: shown until a real boundary file is loaded. */
export const schematicMap = data as unknown as AreaMap
