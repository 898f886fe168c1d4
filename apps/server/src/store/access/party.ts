import { keyOf, keysOf, type Relation, relations, type Standing, tiesSought } from '@guatu/access'
import type { Refusal, Title } from '@guatu/kernel'
import type { ItemRelation } from '@guatu/playbook'
import type { Access } from './access-of.ts'

/** Whether one of the actor's posts stands so to an item. `all`: the action is granted to it over the whole district. */
function isParty(access: NonNullable<Access>, wanted: readonly Relation[], standing: Standing): boolean {
  const { holder, rules } = access
  const own = new Set(keysOf(standing))
  return holder.holdings.some((holding) =>
    wanted.some((relation) => {
      if (relation !== 'all') {
        return tiesSought(holder, holding, relation).some((tie) => own.has(keyOf(tie, standing.phase)))
      }
      return rules.some(
        (rule) =>
          rule.role === holding.role &&
          rule.relation === 'all' &&
          rule.action === 'item.advance' &&
          rule.phases.includes(standing.phase),
      )
    }),
  )
}

/** Why somebody may not act as a party to an item, or null: he is one. Who is bound by no rule always is. */
export function partyRefusal(
  access: Access,
  standing: Standing,
  wanted: readonly ItemRelation[],
  what: Title,
): Refusal | null {
  if (!access || isParty(access, wanted, standing)) return null
  const parties = wanted.map((relation) => relations[relation])
  const message = {
    zh: `${what.zh}：只由有这种关系的一方办理（${parties.map(({ zh }) => zh).join('、')}）`,
    en: `${what.en}: only for a party that is ${parties.map(({ en }) => en).join(', or ')}`,
  }
  return { code: 'FORBIDDEN', message }
}
