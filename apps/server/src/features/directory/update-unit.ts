import { type BodyOf, updateUnit } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import type { OrgRow } from '../../store/schema.ts'
import { changeOf } from './changes.ts'
import { findUnit } from './find.ts'
import { lockDirectory } from './lock.ts'
import { unitReply } from './replies.ts'
import { unitRefusals } from './unit-check.ts'
import { allUnits, replaceUnit, unitSearchText } from './write-unit.ts'

type Sent = Omit<BodyOf<typeof updateUnit>, 'revision' | 'reason'>

/** The unit as it shall be. A name that goes is kept with the last day on which it was borne. */
function updatedUnit(unit: OrgRow, sent: Sent, today: string): OrgRow {
  const wanted = { ...unit, ...sent, ...(sent.name === undefined ? {} : { name: sent.name.trim() }) }
  const renamed = wanted.name !== unit.name
  const former = { name: unit.name, shortName: unit.shortName, until: today }
  const formerNames = renamed ? [former, ...unit.formerNames] : unit.formerNames
  return { ...wanted, formerNames, searchText: unitSearchText({ ...wanted, formerNames }), revision: unit.revision + 1 }
}

export const updateUnitFeature = feature(updateUnit, async (deps, { params, body }) => {
  const areas = new Set(deps.shelf.dictionaries.area?.entries.map(({ code }) => code))
  const { revision, reason, ...sent } = body
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findUnit(tx, params.orgId, revision)
    if (found.kind === 'refused') return found
    const after = updatedUnit(found.value, sent, deps.today())
    const refusals = unitRefusals(after, await allUnits(tx), areas)
    if (refusals.length > 0) return refused(...refusals)
    const { parentId, kind, name, shortName, areaCode, assessed } = after
    const change = changeOf(found.value, { parentId, kind, name, shortName, areaCode, assessed })
    if (!change) return done(unitReply(found.value))
    await replaceUnit(tx, after)
    const data = { orgId: after.orgId, name: after.name, ...change }
    const event = { verb: 'unit.updated', itemId: null, data, reason: reason ?? null }
    await append(tx, { at: deps.now(), events: [event] })
    return done(unitReply(after))
  })
})
