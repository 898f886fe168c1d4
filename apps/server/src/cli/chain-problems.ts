import type { Problem } from '../store/verify/name-fault.ts'

/** What can be wrong with a link of the chain, as the terminal says it. */
export const chainProblems: Readonly<Record<Problem, string>> = {
  missing: '缺失 (missing)',
  altered: '被改动 (altered)',
  inserted: '是后来插入的 (inserted)',
  outOfOrder: '被调换了位置 (out of order)',
  headDiffers: '链尾与最后一条不符 (the head does not match the last event)',
}
