import { getSignedHead } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { readChainEnd } from '../../backup/chain-end.ts'
import { headKey } from '../../backup/head-key.ts'
import { signHead } from '../../backup/signed-head.ts'
import { loadConfig } from '../../config.ts'
import { asSystem } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { projectRoot } from '../../location.ts'
import { chainProblems } from '../../store/verify/name-fault.ts'

export const getSignedHeadFeature = feature(getSignedHead, async (deps) => {
  const end = await asSystem(deps).store.read(readChainEnd)
  if (end.kind === 'broken') {
    const { zh, en } = chainProblems[end.problem]
    return refused(
      refusal('CHAIN_BROKEN', { zh: `第 ${end.seq} 条${zh}，不签`, en: `Event ${end.seq} is ${en}: not signed` }),
    )
  }
  const { privateKey } = headKey(loadConfig(process.env, projectRoot).dataFolder)
  const text = signHead({ ...end.head, signedAt: deps.now() }, privateKey)
  return done({ fileName: `留痕链尾-${end.head.seq}.json`, content: Buffer.from(text) })
})
