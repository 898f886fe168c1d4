/** What a hand-made screen needs of a list; screens register for a capability, never for a playbook's key. */
export const capabilities = [
  'schedule',
  'annualInvestment',
  'areaMap',
  'stageRiver',
  'problemBoard',
  'orders',
  'visits',
  'decisions',
  'pledges',
  'changes',
  /** Nodes and figures are reported month by month. */
  'reports',
] as const

export type Capability = (typeof capabilities)[number]

/** CEL source over the variables that the place offers (see `expressionScopes`). Type-checked at boot. */
export type Expression = string
