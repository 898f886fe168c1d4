import { createHash } from 'node:crypto'
import { type AccessRule, isRule, keepsSeparation, ruleKey, ruleText } from '@guatu/access'
import { listAccessRules, saveAccessRules } from '@guatu/contract'
import { canonicalJson, done, type Refusal, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { rulesOf } from '../../store/access/access-of.ts'
import { append } from '../../store/append.ts'
import { asKeeper, type Tx } from '../../store/store.ts'
import { ruleReply } from './explain.ts'

/** Names a state of the rules by what it says, so that two who change it notice each other. */
const versionOf = (rules: readonly AccessRule[]): string =>
  createHash('sha256')
    .update(canonicalJson(rules.map(ruleReply)))
    .digest('hex')
    .slice(0, 16)

export const listAccessRulesFeature = feature(listAccessRules, async ({ store }) => {
  return await store.read(async (tx) => {
    const rules = await rulesOf(tx)
    return done({
      version: versionOf(rules),
      rules: rules.map((rule) => ({ ...ruleReply(rule), text: ruleText(rule) })),
    })
  })
})

const wrong = (path: string, zh: string, en: string): Refusal => ({ code: 'INPUT_INVALID', path, message: { zh, en } })

const mixed = (path: string, rule: AccessRule): Refusal =>
  wrong(
    path,
    `三员分离，不能授予：${ruleText(rule).zh}`,
    `The three administrators are separated, this cannot be granted: ${ruleText(rule).en}`,
  )

/** Rules named twice, rules that mix an administrator’s work with other work, rules that make no sense, and the loss of the right to set rules at all. */
function problemsOf(rules: readonly AccessRule[]): Refusal[] {
  const seen = new Set<string>()
  const problems = rules.flatMap((rule, index) => {
    const [key, path] = [ruleKey(rule), `rules/${index}`]
    const twice = seen.has(key)
    seen.add(key)
    return [
      ...(twice ? [wrong(path, `规则重复：${ruleText(rule).zh}`, `The rule appears twice: ${ruleText(rule).en}`)] : []),
      ...(isRule(rule)
        ? []
        : [wrong(path, '全区事项只能授予全区', 'What concerns the district is granted for all of it')]),
      ...(keepsSeparation(rule) ? [] : [mixed(path, rule)]),
    ]
  })
  const kept = rules.some(({ action, phases }) => action === 'rule.manage' && phases.length > 0)
  if (kept) return problems
  return [...problems, wrong('rules', '至少要有一个角色能设置权限规则', 'Somebody has to be able to set the rules')]
}

interface Changes {
  readonly added: AccessRule[]
  readonly removed: AccessRule[]
  readonly changed: { readonly from: AccessRule; readonly to: AccessRule }[]
}

const samePhases = (a: AccessRule, b: AccessRule) =>
  a.phases.length === b.phases.length && a.phases.every((phase) => b.phases.includes(phase))

function changesOf(before: readonly AccessRule[], after: readonly AccessRule[]): Changes {
  const [old, fresh] = [before, after].map((rules) => new Map(rules.map((rule) => [ruleKey(rule), rule])))
  return {
    added: after.filter((rule) => !old!.has(ruleKey(rule))),
    removed: before.filter((rule) => !fresh!.has(ruleKey(rule))),
    changed: after.flatMap((to) => {
      const from = old!.get(ruleKey(to))
      return from && !samePhases(from, to) ? [{ from, to }] : []
    }),
  }
}

/** What goes, goes in one statement after the rest: the writer's own right may be among it. */
async function write(tx: Tx, { added, removed, changed }: Changes): Promise<void> {
  const { districtId } = tx
  const rows = [...added, ...changed.map(({ to }) => to)].map((rule) => ({ districtId, ...ruleReply(rule) }))
  if (rows.length > 0) {
    await tx.db
      .insertInto('accessRule')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .columns(['districtId', 'role', 'action', 'relation'])
          .doUpdateSet((set) => ({ phases: set.ref('excluded.phases') })),
      )
      .execute()
  }
  if (removed.length === 0) return
  await tx.client.query(
    `delete from access_rule r using unnest($2::text[], $3::text[], $4::text[]) as x (role, action, relation)
       where r.district_id = $1 and r.role = x.role and r.action = x.action and r.relation = x.relation`,
    [districtId, ...(['role', 'action', 'relation'] as const).map((name) => removed.map((rule) => rule[name]))],
  )
}

export const saveAccessRulesFeature = feature(saveAccessRules, async ({ store, now }, { body }) => {
  const problems = problemsOf(body.rules)
  if (body.reason.trim() === '') problems.push({ ...refusal('REASON_REQUIRED'), path: 'reason' })
  if (problems.length > 0) return refused(...problems)
  return await store.write(async (tx) => {
    // Two who save at once follow one another: the chain's head is where every writer waits.
    await asKeeper(tx, ({ client }) =>
      client.query('select seq from chain_head where district_id = $1 for update', [tx.districtId]),
    )
    const before = await rulesOf(tx)
    if (versionOf(before) !== body.version) return refused(refusal('REVISION_STALE'))
    const changes = changesOf(before, body.rules)
    const { added, removed, changed } = changes
    if (added.length + removed.length + changed.length > 0) {
      const data = {
        added: added.map(ruleReply),
        removed: removed.map(ruleReply),
        changed: changed.map(({ from, to }) => ({ from: ruleReply(from), to: ruleReply(to) })),
      }
      await append(tx, { at: now(), events: [{ verb: 'rules.saved', itemId: null, data, reason: body.reason.trim() }] })
      await write(tx, changes)
    }
    const after = await rulesOf(tx)
    return done({
      version: versionOf(after),
      added: added.length,
      removed: removed.length,
      changed: changed.length,
    })
  })
})
