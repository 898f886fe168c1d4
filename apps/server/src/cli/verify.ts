import { verifyChain } from '../store/verify/verify-chain.ts'
import { parseArguments } from './arguments.ts'
import { problemText } from './chain-problems.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '核验留痕链，指出第一处断开',
  en: 'walk the chain of events and name the first broken link',
}

/** A chain that takes longer than a breath tells how far the walk is. */
const toldEvery = 200_000

function teller(): (events: number, total: number) => void {
  let told = 0
  return (events, total) => {
    if (total < toldEvery || (events < told + toldEvery && events < total)) return
    told = events
    console.error(`正在核验… ${events}/${total} (walking the chain)`)
  }
}

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await withDistrict(async ({ deps }) => {
    const from = performance.now()
    const verdict = await deps.store.read((tx) => verifyChain(tx, { onProgress: teller() }))
    if (verdict.kind === 'whole') {
      const seconds = ((performance.now() - from) / 1000).toFixed(1)
      console.log(`留痕链完整，共 ${verdict.events} 条，${seconds} 秒 (the chain is whole: ${verdict.events} events)`)
      return 0
    }
    console.log(`留痕链在第 ${verdict.seq} 条断开：${problemText(verdict.problem)}`)
    return 1
  })
}
