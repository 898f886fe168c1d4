import type { Title } from './title.ts'

/** From gravest to none. `none` means that nothing can be judged (no date, no plan), which is not the same as green. */
export const lampLevels = ['red', 'orange', 'yellow', 'blue', 'green', 'none'] as const

export type LampLevel = (typeof lampLevels)[number]

/** Glyph and word go with the colour everywhere, so that a lamp is read without seeing its colour. */
export const lampFaces: Record<LampLevel, { readonly glyph: string; readonly title: Title }> = {
  red: { glyph: '◆', title: { zh: '红灯', en: 'Red' } },
  orange: { glyph: '▲', title: { zh: '橙灯', en: 'Orange' } },
  yellow: { glyph: '●', title: { zh: '黄灯', en: 'Yellow' } },
  blue: { glyph: '■', title: { zh: '蓝灯', en: 'Blue' } },
  green: { glyph: '✓', title: { zh: '绿灯', en: 'Green' } },
  none: { glyph: '○', title: { zh: '待定', en: 'Undetermined' } },
}

/** Why a lamp is lit: the rule, the figures that it looked at, and the sentence that people read. */
export interface LampReason {
  readonly rule: string
  readonly level: LampLevel
  /** The node that lit it, absent when the rule looks at the whole item. */
  readonly nodeKey?: string
  /** The clock that lit it, absent when the rule looks at no clock. */
  readonly clock?: string
  readonly figures: Readonly<Record<string, number>>
  readonly text: Title
  /** Set: the rule holds and does not light, for a good reason that somebody granted (有正当理由). */
  readonly exempted?: LampExemption
}

export interface LampExemption {
  readonly exemptionId: string
  /** Key of the ground. */
  readonly ground: string
  /** Last day in force. */
  readonly until: string
  /** Who granted it. */
  readonly by: string
}

export function worstLamp(levels: Iterable<LampLevel>): LampLevel {
  let worst = lampLevels.length - 1
  for (const level of levels) worst = Math.min(worst, lampLevels.indexOf(level))
  return lampLevels[worst] ?? 'none'
}
