import { assignCharge, type BodyOf } from '@guatu/contract'
import { done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import type { ChargeRow } from '../../store/access-rows.ts'
import { append } from '../../store/append.ts'
import { chargeRow } from '../../store/directory.ts'
import { insertRows } from '../../store/rows.ts'
import type { PersonRow } from '../../store/schema.ts'
import type { Tx } from '../../store/store.ts'
import { chargeNames } from './charge-names.ts'
import { findPerson } from './find.ts'
import { lockDirectory } from './lock.ts'
import { overlap } from './periods.ts'
import { postsOf } from './post-check.ts'
import { invalid } from './refusals.ts'
import { chargeReply } from './replies.ts'
import { allUnits } from './write-unit.ts'

const kindWords = { item: ['事项', 'item'], area: ['区域', 'area'], org: ['单位', 'unit'] } as const

const periodOf = ({ fromDay, toDay }: Pick<ChargeRow, 'fromDay' | 'toDay'>) => ({ from: fromDay, to: toDay })

async function refusalsOf(tx: Tx, row: ChargeRow, person: PersonRow, targetName: string | null): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  const [zh, en] = kindWords[row.kind]
  if (targetName === null) refusals.push(invalid('target', `没有这个${zh}`, `There is no such ${en}`))
  if (row.toDay !== null && row.toDay < row.fromDay)
    refusals.push(invalid('to', '最后一天早于第一天', 'The last day is earlier than the first'))
  const led = (await postsOf(tx, row.personId)).filter(({ role }) => role === 'leader')
  if (!led.some((post) => overlap(periodOf(post), periodOf(row)))) {
    const text = `${person.name}在这段时间里没有“区领导”岗位，包联只由区领导担任`
    refusals.push(
      invalid('personId', text, `${person.name} is no district leader at that time: only leaders are put in charge`),
    )
  }
  const query = tx.db.selectFrom('charge').selectAll().where('districtId', '=', tx.districtId)
  const held = await query.where('personId', '=', row.personId).where('target', '=', row.target).execute()
  if (held.some((other) => other.kind === row.kind && overlap(periodOf(other), periodOf(row))))
    refusals.push(
      invalid('target', `${person.name}同期已包联${targetName ?? ''}`, `${person.name} is in charge of it already`),
    )
  return refusals
}

async function targetNameOf(
  tx: Tx,
  { kind, target }: BodyOf<typeof assignCharge>,
  areas: Parameters<typeof chargeNames>[3],
) {
  // An id that is none cannot be asked for in a column of ids.
  if (kind === 'item' && !/^[0-9a-f-]{36}$/.test(target)) return null
  return (await chargeNames(tx, [{ kind, target }], await allUnits(tx), areas))({ kind, target })
}

export const assignChargeFeature = feature(assignCharge, async (deps, { body }) => {
  return await deps.store.write(async (tx) => {
    await lockDirectory(tx)
    const person = await findPerson(tx, body.personId)
    if (person.kind === 'refused') return refused(invalid('personId', '没有这个人', 'There is no such person'))
    const row = chargeRow(tx.districtId, body)
    const targetName = await targetNameOf(tx, body, deps.shelf.dictionaries.area)
    const refusals = await refusalsOf(tx, row, person.value, targetName)
    if (refusals.length > 0) return refused(...refusals)
    await insertRows(tx, 'charge', [row])
    const { chargeId, personId, kind, target, from, to } = chargeReply(row, targetName)
    const charge = { chargeId, personId, person: person.value.name, kind, target, targetName, from, to }
    const event = { verb: 'charge.assigned', itemId: null, data: { charge } }
    await append(tx, { at: deps.now(), events: [event] })
    return done(chargeReply(row, targetName))
  })
})
