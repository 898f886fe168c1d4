/** Where an item is in its life, coarsely: what the rules of access go by. Every stage of a list belongs to one. */
export const phases = ['negotiation', 'delivery', 'performance', 'ended'] as const

export type Phase = (typeof phases)[number]
