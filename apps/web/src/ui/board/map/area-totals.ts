import type { Cockpit } from '@guatu/contract'

export type AreaTotals = Cockpit['areas'][number]
