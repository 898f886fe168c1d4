import type { Feature } from '../../http/feature.ts'
import { applyForChangeFeature } from './apply.ts'
import { getChangeFeature } from './get.ts'
import { listChangesFeature } from './list.ts'
import { saveChangeRequestFeature } from './save-request.ts'
import { seeChangeFeature } from './see.ts'

/** Applications for a change of plan. */
export const changeFeatures: readonly Feature[] = [
  applyForChangeFeature,
  getChangeFeature,
  listChangesFeature,
  saveChangeRequestFeature,
  seeChangeFeature,
]
