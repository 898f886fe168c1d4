import { done, type Outcome } from '@guatu/kernel'
import type { MoveEffect } from '@guatu/playbook'
import { approveChange } from './approve-change.ts'
import type { Effect, Effected, Moving } from './effect.ts'
import { submitChange } from './submit-change.ts'

/** Code for each effect that a list's moves may name. */
const effects: Readonly<Record<MoveEffect, Effect>> = { submitChange, approveChange }

/** What a move does beside its own item; nothing for most. */
export async function effectOf(moving: Moving): Promise<Outcome<Effected>> {
  const { effect } = moving.advance
  return effect === null ? done({ events: [], items: [] }) : await effects[effect](moving)
}
