import type { EffectReply } from '@guatu/contract'
import type { PlanEffect } from '@guatu/playbook'

export const effectReply = (effect: PlanEffect): EffectReply => ({
  ...effect,
  nodes: effect.nodes.map((node) => ({ ...node })),
})
