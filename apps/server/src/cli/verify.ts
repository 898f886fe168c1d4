import { verifyChain } from '../store/chain.ts'
import { parseArguments } from './arguments.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '核验留痕链，指出第一处断开',
  en: 'walk the chain of events and name the first broken link',
}

const problems = {
  missing: '缺失 (missing)',
  altered: '被改动 (altered)',
  headDiffers: '链尾与最后一条不符 (the head does not match the last event)',
} as const

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await withDistrict(async ({ deps }) => {
    const verdict = await deps.store.read(verifyChain)
    if (verdict.kind === 'whole') {
      console.log(`留痕链完整，共 ${verdict.events} 条 (the chain is whole: ${verdict.events} events)`)
      return 0
    }
    console.log(`留痕链在第 ${verdict.seq} 条断开：${problems[verdict.problem]}`)
    return 1
  })
}
