import { createHash } from 'node:crypto'
import { type AreaMap, deleteAreaMap, saveAreaMap } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { sql } from 'kysely'
import type { Deps } from '../../http/deps.ts'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import type { Tx } from '../../store/store.ts'

const problem = (path: string, zh: string, en: string): Refusal => ({ code: 'MAP_INVALID', path, message: { zh, en } })

/** GeoJSON positions are longitude and latitude in WGS 84 (RFC 7946, 3.1.1). */
const isPosition = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length >= 2 &&
  value.slice(0, 2).every((part) => typeof part === 'number' && Number.isFinite(part)) &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90

/** A ring closes on itself and has at least four positions (RFC 7946, 3.1.6). */
function isRing(value: unknown): boolean {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPosition)) return false
  const [first, last] = [value[0], value.at(-1)]
  return first[0] === last[0] && first[1] === last[1]
}

const isPolygon = (value: unknown): boolean => Array.isArray(value) && value.length > 0 && value.every(isRing)

function problemsOf({ features }: AreaMap, known: ReadonlySet<string>): Refusal[] {
  const seen = new Set<string>()
  return features.flatMap(({ properties: { code, name }, geometry: { type, coordinates } }, index) => {
    const path = `features/${index}`
    const problems: Refusal[] = []
    const polygons = type === 'Polygon' ? [coordinates] : coordinates
    if (polygons.length === 0 || !polygons.every(isPolygon)) {
      problems.push(
        problem(`${path}/geometry`, `${name}：边界不是闭合的经纬度多边形`, `${name}: not closed rings of degrees`),
      )
    }
    if (seen.has(code)) problems.push(problem(`${path}/properties/code`, `${code} 重复`, `${code} appears twice`))
    if (known.size > 0 && !known.has(code)) {
      problems.push(problem(`${path}/properties/code`, `没有代码为 ${code} 的区域`, `There is no area ${code}`))
    }
    seen.add(code)
    return problems
  })
}

/** A boundary file is too large for an event: its digest and what it covers stand for it. */
function traceOf(map: AreaMap | null) {
  if (map === null) return null
  const sha256 = createHash('sha256').update(JSON.stringify(map.features)).digest('hex')
  return { sha256, codes: map.features.map(({ properties }) => properties.code) }
}

async function storedMap(tx: Tx): Promise<AreaMap | null> {
  const query = tx.db.selectFrom('district').select('areaMap').where('districtId', '=', tx.districtId)
  return (await query.executeTakeFirstOrThrow()).areaMap as AreaMap | null
}

async function setMap(deps: Deps, tx: Tx, areaMap: AreaMap | null): Promise<void> {
  const before = await storedMap(tx)
  const value = areaMap === null ? null : sql`${JSON.stringify(areaMap)}::jsonb`
  await tx.db.updateTable('district').set({ areaMap: value }).where('districtId', '=', tx.districtId).execute()
  const verb = areaMap === null ? 'areaMap.removed' : 'areaMap.saved'
  const data = { features: areaMap?.features.length ?? 0, from: traceOf(before), to: traceOf(areaMap) }
  await append(tx, { at: deps.now(), events: [{ verb, itemId: null, data }] })
}

export const saveAreaMapFeature = feature(saveAreaMap, async (deps, { body }) => {
  const codes = new Set(deps.shelf.dictionaries.area?.entries.map((entry) => entry.code))
  const problems = problemsOf(body, codes)
  if (problems.length > 0) return refused(...problems)
  await deps.store.write((tx) => setMap(deps, tx, body))
  return done({ features: body.features.length })
})

export const deleteAreaMapFeature = feature(deleteAreaMap, async (deps) => {
  return await deps.store.write(async (tx) => {
    const areaMap = await storedMap(tx)
    if (areaMap !== null) await setMap(deps, tx, null)
    return done({ removed: areaMap !== null })
  })
})
