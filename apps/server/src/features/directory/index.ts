import { assignChargeFeature } from './assign-charge.ts'
import { assignPostFeature } from './assign-post.ts'
import { closeUnitFeature } from './close-unit.ts'
import { correctPostFeature } from './correct-post.ts'
import { createPersonFeature } from './create-person.ts'
import { createUnitFeature } from './create-unit.ts'
import { deputisePostFeature } from './deputise-post.ts'
import { endChargeFeature } from './end-charge.ts'
import { endPostFeature } from './end-post.ts'
import { getDirectoryFeature } from './get.ts'
import { getPersonFeature } from './get-person.ts'
import { handOverPostFeature } from './hand-over-post.ts'
import { exportDirectoryFeature, getDirectoryTemplateFeature } from './import/export.ts'
import { checkDirectoryFileFeature, importDirectoryFileFeature } from './import/features.ts'
import { updatePersonFeature } from './update-person.ts'
import { updateUnitFeature } from './update-unit.ts'

/** Units, persons, posts and charges. */
export const directoryFeatures = [
  getDirectoryFeature,
  createUnitFeature,
  updateUnitFeature,
  closeUnitFeature,
  getPersonFeature,
  createPersonFeature,
  updatePersonFeature,
  assignPostFeature,
  correctPostFeature,
  endPostFeature,
  handOverPostFeature,
  deputisePostFeature,
  assignChargeFeature,
  endChargeFeature,
  checkDirectoryFileFeature,
  importDirectoryFileFeature,
  getDirectoryTemplateFeature,
  exportDirectoryFeature,
]
