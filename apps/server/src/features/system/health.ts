import { getHealth } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'

export const getHealthFeature = feature(getHealth, async ({ store, today }) => {
  await store.read((tx) => tx.client.query('select 1'))
  return done({ status: 'ok', today: today() })
})
