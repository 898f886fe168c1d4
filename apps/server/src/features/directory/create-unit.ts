import { createUnit } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import { orgRow } from '../../store/district.ts'
import { lockDirectory } from './lock.ts'
import { told, unitReply } from './replies.ts'
import { unitRefusals } from './unit-check.ts'
import { allUnits } from './write-unit.ts'

export const createUnitFeature = feature(createUnit, async (deps, { body }) => {
  const areas = new Set(deps.shelf.dictionaries.area?.entries.map(({ code }) => code))
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const units = await allUnits(tx)
    const position = Math.max(0, ...units.map((unit) => unit.position)) + 1
    const { openedOn = null, ...unit } = body
    const row = { ...orgRow(tx.districtId, { ...unit, name: unit.name.trim() }, position), openedOn }
    const refusals = unitRefusals(row, units, areas)
    if (refusals.length > 0) return refused(...refusals)
    const keys = ['orgId', 'parentId', 'kind', 'name', 'shortName', 'areaCode', 'assessed', 'openedOn'] as const
    const event = { verb: 'unit.created', itemId: null, data: { unit: told(row, keys) } }
    await append(tx, { at: deps.now(), events: [event], orgs: [row] })
    return done(unitReply(row))
  })
})
