/** What can be wrong with a link of the chain, as the terminal says it. */
export const chainProblems = {
  missing: '缺失 (missing)',
  altered: '被改动 (altered)',
  headDiffers: '链尾与最后一条不符 (the head does not match the last event)',
} as const
