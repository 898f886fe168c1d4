import { type AreaMap, getAreaMap } from '@guatu/contract'
import { done } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { schematicMap } from './schematic.ts'

export const getAreaMapFeature = feature(getAreaMap, async ({ store }) => {
  return await store.read(async (tx) => {
    const query = tx.db.selectFrom('district').select('areaMap').where('districtId', '=', tx.districtId)
    const { areaMap } = await query.executeTakeFirstOrThrow()
    return done((areaMap as AreaMap | null) ?? schematicMap)
  })
})
