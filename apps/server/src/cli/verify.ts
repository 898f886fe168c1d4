import { verifyChain } from '../store/chain.ts'
import { parseArguments } from './arguments.ts'
import { chainProblems } from './chain-problems.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '核验留痕链，指出第一处断开',
  en: 'walk the chain of events and name the first broken link',
}

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await withDistrict(async ({ deps }) => {
    const verdict = await deps.store.read(verifyChain)
    if (verdict.kind === 'whole') {
      console.log(`留痕链完整，共 ${verdict.events} 条 (the chain is whole: ${verdict.events} events)`)
      return 0
    }
    console.log(`留痕链在第 ${verdict.seq} 条断开：${chainProblems[verdict.problem]}`)
    return 1
  })
}
