import { closeUnit } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { append } from '../../store/append.ts'
import type { OrgRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { findUnit } from './find.ts'
import { lockDirectory } from './lock.ts'
import { invalid, reasonRequired } from './refusals.ts'
import { unitReply } from './replies.ts'
import { allUnits, replaceUnit } from './write-unit.ts'

/** Who and what would be left in a unit that is closed. */
async function leftBehind(tx: Tx, unit: OrgRow, closedOn: string): Promise<Refusal[]> {
  const below = (await allUnits(tx)).filter(({ parentId, closedOn: over }) => parentId === unit.orgId && over === null)
  const posts = await tx.db
    .selectFrom('post')
    .select('postId')
    .where('districtId', '=', tx.districtId)
    .where('orgId', '=', unit.orgId)
    .where((is) => is.or([is('toDay', 'is', null), is('toDay', '>', closedOn)]))
    .execute()
  const refusals: Refusal[] = []
  if (below.length > 0) {
    const names = below.map(({ name }) => name).join('、')
    refusals.push(
      invalid('closedOn', `先撤销或移走下级单位：${names}`, `Close or move the units below it first: ${names}`),
    )
  }
  if (posts.length > 0) {
    const zh = `还有 ${posts.length} 个岗位晚于 ${closedOn} 在任，请先终止或移交`
    refusals.push(
      invalid('closedOn', zh, `${posts.length} posts last longer than ${closedOn}: end them or hand them over first`),
    )
  }
  return refusals
}

export const closeUnitFeature = feature(closeUnit, async (deps, { params, body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const found = await findUnit(tx, params.orgId, body.revision)
    if (found.kind === 'refused') return found
    const unit = found.value
    const refusals: Refusal[] = []
    const words = body.closedOn === null ? ['恢复', 'Opening it again'] : ['撤销', 'Closing it']
    if (!body.reason) refusals.push(reasonRequired(`${words[0]}单位要写明理由`, `${words[1]} needs a reason`))
    if (body.closedOn !== null && unit.openedOn !== null && body.closedOn < unit.openedOn)
      refusals.push(invalid('closedOn', `早于设立日期 ${unit.openedOn}`, `Earlier than its first day ${unit.openedOn}`))
    if (body.closedOn !== null) refusals.push(...(await leftBehind(tx, unit, body.closedOn)))
    if (refusals.length > 0) return refused(...refusals)
    const after = { ...unit, closedOn: body.closedOn, revision: unit.revision + 1 }
    await replaceUnit(tx, after)
    const data = {
      orgId: unit.orgId,
      name: unit.name,
      before: { closedOn: unit.closedOn },
      after: { closedOn: body.closedOn },
    }
    const verb = body.closedOn === null ? 'unit.reopened' : 'unit.closed'
    await append(tx, { at: deps.now(), events: [{ verb, itemId: null, data, reason: body.reason ?? null }] })
    return done(unitReply(after))
  })
})
