import { finishOpenId, startOpenId } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { finishAtProvider, startAtProvider } from '../../sign-in/open-id.ts'

export const startOpenIdFeature = feature(
  startOpenId,
  async (deps, { body, visit }) => await startAtProvider(deps, visit, body.invitation),
)

export const finishOpenIdFeature = feature(finishOpenId, async (deps, { query, visit }) =>
  done(await finishAtProvider(deps, visit, query as Readonly<Record<string, string>>)),
)
