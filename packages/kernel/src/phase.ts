/** Where a project is in its life, coarsely. */
export const projectPhases = ['negotiation', 'delivery', 'performance', 'ended'] as const

/** What a matter beside the projects is: a problem, a matter of supervision (orders, visits, decisions), an application. */
export const loopPhases = ['problem', 'supervision', 'application'] as const

/** What the rules of access go by in an item, besides whom it concerns. Every stage of a list belongs to one. */
export const phases = [...projectPhases, ...loopPhases] as const

export type Phase = (typeof phases)[number]
