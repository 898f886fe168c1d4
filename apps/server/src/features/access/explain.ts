import type { AccessRule } from '@guatu/access'
import {
  type Action,
  districtActions,
  type Explanation,
  explain,
  explainAction,
  type Holder,
  actions as known,
  ruleText,
  type Standing,
} from '@guatu/access'
import { type AccessExplanation, type AccessReply, explainAccess, type RuleReply } from '@guatu/contract'
import { done, type Outcome, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { accessOf, holderOf, refusalsFor, rulesOf } from '../../store/access/access-of.ts'
import { heldPosts, personNames } from '../../store/access/held-posts.ts'
import { standingsOf } from '../../store/access/permit.ts'
import { findItem } from '../../store/items/read.ts'
import type { Tx } from '../../store/store.ts'

export const ruleReply = ({ role, action, relation, phases }: AccessRule): RuleReply => ({
  role,
  action,
  relation,
  phases: [...phases],
})

const told = ({ action, allowed, by, missing }: Explanation): AccessExplanation => ({
  action,
  title: { ...known[action] },
  allowed,
  by: by.map(({ rule, holding, charge }) => ({
    rule: ruleReply(rule),
    text: ruleText(rule),
    postId: holding.postId,
    charge: charge && { kind: charge.kind, target: charge.target },
  })),
  missing: missing.map(({ rule, lacks }) => ({ rule: ruleReply(rule), text: ruleText(rule), lacks })),
})

/** Whose rights are looked up: one's own, or another's where one may. */
async function askedPerson(tx: Tx, wanted: string | undefined): Promise<Outcome<string>> {
  const own = tx.actor.personId
  const personId = wanted ?? own
  if (personId === null) {
    const message = { zh: '请选择一个人员', en: 'Please choose a person' }
    return refused({ code: 'INPUT_INVALID', path: 'personId', message })
  }
  const forbidden = personId === own ? [] : refusalsFor(await accessOf(tx), ['access.explain'], null)
  return forbidden.length > 0 ? refused(...forbidden) : done(personId)
}

interface AskedItem {
  readonly item: NonNullable<AccessReply['item']>
  readonly standing: Standing
}

/** The item as whoever asks sees it: one that he may not read is absent, whoever else may. */
async function askedItem(tx: Tx, itemId: string): Promise<AskedItem | undefined> {
  const row = await findItem(tx, itemId)
  const standing = row && (await standingsOf(tx, [itemId])).get(itemId)
  return standing && { item: { itemId, title: row.title, phase: row.phase }, standing }
}

const notFound = (): Refusal => refusal('NOT_FOUND')

const explained = (holder: Holder, rules: readonly AccessRule[], standing: Standing | undefined): Explanation[] =>
  standing
    ? explain(holder, rules, standing)
    : (Object.keys(districtActions) as Action[]).map((action) => explainAction(holder, rules, action, null))

export const explainAccessFeature = feature(explainAccess, async ({ store }, { query }) => {
  return await store.read(async (tx) => {
    const person = await askedPerson(tx, query.personId)
    if (person.kind === 'refused') return person
    const personId = person.value
    const name = (await personNames(tx, [personId])).get(personId)
    if (name === undefined) return refused(notFound())
    const asked = query.itemId === undefined ? undefined : await askedItem(tx, query.itemId)
    if (query.itemId !== undefined && !asked) return refused(notFound())
    const holder = await holderOf(tx, personId)
    const explanations = explained(holder, await rulesOf(tx), asked?.standing)
    return done({
      person: { personId, name },
      item: asked?.item ?? null,
      posts: await heldPosts(tx, holder),
      explanations: explanations.map(told),
    })
  })
})
