import { chainProblems, type Problem } from '../store/verify/name-fault.ts'

/** What is wrong with a link of the chain, as the terminal says it. */
export const problemText = (problem: Problem): string => `${chainProblems[problem].zh} (${chainProblems[problem].en})`
