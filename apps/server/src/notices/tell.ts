import type { Holder, Relation, Standing, Tie } from '@guatu/access'
import type { RungLevel } from '@guatu/playbook'
import { holds } from './condition.ts'
import { at, dutiesOf } from './event-data.ts'
import type { People } from './people.ts'
import { noticeRules, type Recipient } from './rules.ts'
import type { ItemView, Telling, ToldEvent } from './telling.ts'
import { wordsFor } from './words.ts'

const tiedIds = ({ ties }: Standing, relation: Tie['relation']) =>
  ties.filter((tie) => tie.relation === relation).map(({ id }) => id)

/** Whoever may move any item of that phase: the district's office. */
const overAll = (people: People, { phase }: Standing): readonly Holder[] =>
  people.holders.filter((holder) =>
    people.rules.some(
      ({ role, action, relation, phases }) =>
        action === 'item.advance' &&
        relation === 'all' &&
        phases.includes(phase) &&
        holder.holdings.some((holding) => holding.role === role),
    ),
  )

function inCharge(people: People, { itemId, ties }: Standing): readonly Holder[] {
  const has = (relation: string, id: string) => ties.some((tie) => tie.relation === relation && tie.id === id)
  return people.holders.filter(({ charges }) =>
    charges.some(({ kind, target, orgIds }) => {
      if (kind === 'item') return target === itemId
      return kind === 'area' ? has('area', target) : orgIds.some((id) => has('lead', id))
    }),
  )
}

/** Those who stand to an item in a relation, as far as they are to be told: a unit's own people, not all above it. */
function relatedTo(people: People, relation: Relation, standing: Standing): readonly Holder[] {
  if (relation === 'all') return overAll(people, standing)
  if (relation === 'charge') return inCharge(people, standing)
  const ids = tiedIds(standing, relation)
  if (relation === 'area') return ids.flatMap((code) => people.ofArea(code))
  return ids.flatMap((id) => [...people.ofUnit(id), ...people.ofPerson(id)])
}

/**
 * Whose move is next: the parties of the first move that the list names from the stage, which is its main way on; the
 * office that may make every move only where nobody else is there to make this one.
 */
function nextMovers(people: People, { playbook, stage, standing }: ItemView): readonly Holder[] {
  const onward = playbook.moves.find(({ from, to, counts }) => from === stage && to !== stage && counts !== 'extension')
  if (!onward) return []
  const parties: readonly Relation[] = onward.by ?? ['lead', 'owner']
  const own = parties.filter((party) => party !== 'all').flatMap((party) => relatedTo(people, party, standing))
  return own.length > 0 || !parties.includes('all') ? own : relatedTo(people, 'all', standing)
}

function recipients(recipient: Recipient, event: ToldEvent, item: ItemView | null, people: People): readonly Holder[] {
  if ('named' in recipient) {
    const ids = recipient.named.map((path) => at(event.data, path)).filter((id) => typeof id === 'string')
    return ids.flatMap((id) => people.holder(id) ?? { personId: id, holdings: [], charges: [] })
  }
  if (!item) return []
  const { standing } = item
  if ('relation' in recipient) return relatedTo(people, recipient.relation, standing)
  if ('next' in recipient) return nextMovers(people, item)
  if ('may' in recipient) return people.holders.filter((holder) => people.may(holder, recipient.may, standing))
  if ('nodeDuty' in recipient) {
    return dutiesOf(event.data).flatMap(({ id }) => [...people.ofUnit(id), ...people.ofPerson(id)])
  }
  const level = event.data.to as RungLevel
  return (recipient.rungs[level] ?? []).flatMap((relation) => relatedTo(people, relation, standing))
}

/** A node given to somebody lets him read its item, whatever else he is to it. */
function withDuties(item: ItemView, event: ToldEvent): Standing {
  const duties = dutiesOf(event.data).map(({ id }): Tie => ({ relation: 'nodeDuty', id }))
  return duties.length > 0 ? { ...item.standing, ties: [...item.standing.ties, ...duties] } : item.standing
}

/**
 * Everybody whom an event is to be told to, once for each kind: by the rules, of an item only who may read it, never the
 * actor himself. Pure: the same event, item and people always tell the same.
 */
export function tellingsOf(event: ToldEvent, item: ItemView | null, people: People): Telling[] {
  // What an import writes is told by its file.
  if (event.data.importId !== undefined && event.itemId !== null) return []
  const told = new Map<string, Telling>()
  for (const rule of noticeRules) {
    if (rule.verb !== event.verb || !(rule.where ?? []).every((one) => holds(one, event.data, item))) continue
    const standing = item && withDuties(item, event)
    for (const recipient of rule.to) {
      for (const holder of recipients(recipient, event, item, people)) {
        const key = `${holder.personId} ${rule.kind}`
        if (holder.personId === event.actorId || told.has(key)) continue
        if (standing && !people.may(holder, 'item.read', standing)) continue
        told.set(key, {
          personId: holder.personId,
          seq: event.seq,
          at: event.at,
          kind: rule.kind,
          itemId: event.itemId,
          itemTitle: item?.title ?? null,
          phase: item?.standing.phase ?? null,
          text: wordsFor(rule, event, item, holder),
          actor: event.actor === 'system' ? null : event.actor,
          reason: event.reason,
        })
      }
    }
  }
  return [...told.values()]
}
