import type { Deps } from '../http/deps.ts'
import { keptProblems, verifyEvidence } from '../store/verify/evidence.ts'
import { verifySecrets } from '../store/verify/secrets.ts'
import { verifyChain } from '../store/verify/verify-chain.ts'
import { parseArguments } from './arguments.ts'
import { problemText } from './chain-problems.ts'
import { withDistrict } from './with-district.ts'

export const summary = {
  zh: '核验留痕链，指出第一处断开；再核对佐证与不公开内容',
  en: 'walk the chain of events and name the first broken link; compare evidence and secrets with it',
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

/** What lies beside the chain and is told of in it: files, and what was changed of secrets. */
async function checkKept({ store }: Deps): Promise<number> {
  const { files, faults: filesFaults } = await store.read(verifyEvidence)
  const { changes, faults: secretFaults } = await store.read(verifySecrets)
  const faults = [...filesFaults, ...secretFaults]
  for (const { seq, title, problem } of faults) {
    const { zh, en } = keptProblems[problem]
    console.log(`第 ${seq} 条：${title.zh}${zh} (${title.en} ${en})`)
  }
  if (faults.length > 0) return 1
  console.log(
    `佐证 ${files} 份、不公开内容的改动 ${changes} 处与留痕一致 (${files} files and ${changes} secret changes are as told)`,
  )
  return 0
}

export async function run(args: string[]): Promise<number> {
  parseArguments(args, {})
  return await withDistrict(async ({ deps }) => {
    const from = performance.now()
    const verdict = await deps.store.read((tx) => verifyChain(tx, { onProgress: teller() }))
    if (verdict.kind === 'whole') {
      const seconds = ((performance.now() - from) / 1000).toFixed(1)
      console.log(`留痕链完整，共 ${verdict.events} 条，${seconds} 秒 (the chain is whole: ${verdict.events} events)`)
      return await checkKept(deps)
    }
    console.log(`留痕链在第 ${verdict.seq} 条断开：${problemText(verdict.problem)}`)
    return 1
  })
}
