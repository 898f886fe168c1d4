import type { Feature } from '../http/feature.ts'
import { createItemFeature } from './items/create.ts'
import { getItemFeature } from './items/get.ts'
import { listItemsFeature } from './items/list.ts'
import { getSessionFeature } from './session/get.ts'
import { getHealthFeature } from './system/health.ts'
import { getOpenApiFeature } from './system/open-api.ts'

/** Everything that the server answers; a test holds it against the contract. */
export const features: readonly Feature[] = [
  getSessionFeature,
  listItemsFeature,
  getItemFeature,
  createItemFeature,
  getHealthFeature,
  getOpenApiFeature,
]
