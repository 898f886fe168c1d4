import { phases, type Refusal, type Title } from '@guatu/kernel'
import { type Action, actions } from './action.ts'
import type { Holder } from './holding.ts'
import { phaseWords } from './phase-words.ts'
import { type Relation, relations } from './relation.ts'
import { type Role, roles } from './role.ts'
import type { AccessRule } from './rule.ts'

function whenWords({ phases: granted }: AccessRule): Title {
  if (granted.length === phases.length) return { zh: '', en: '' }
  const words = phaseWords(granted)
  return {
    zh: `，限${words.map(({ zh }) => zh).join('、')}`,
    en: `, in ${words.map(({ en }) => en).join(', ')} only`,
  }
}

/** A rule in words: who, to what, when. */
export function ruleText(rule: AccessRule): Title {
  const [role, relation, when] = [roles[rule.role], relations[rule.relation], whenWords(rule)]
  return { zh: `${role.zh}（${relation.zh}${when.zh}）`, en: `${role.en} (${relation.en}${when.en})` }
}

const inOrder = <T extends string>(table: Readonly<Record<T, Title>>, wanted: ReadonlySet<T>): T[] =>
  (Object.keys(table) as T[]).filter((key) => wanted.has(key))

/** Rules of one relation are told together: 'Town, Department (led by the unit)'. */
function neededWords(rules: readonly AccessRule[]): Title {
  const parts = inOrder<Relation>(relations, new Set(rules.map(({ relation }) => relation))).map((relation) => {
    const same = rules.filter((rule) => rule.relation === relation)
    const names = inOrder<Role>(roles, new Set(same.map(({ role }) => role))).map((role) => roles[role])
    return {
      zh: `${relations[relation].zh}的${names.map(({ zh }) => zh).join('、')}`,
      en: `${names.map(({ en }) => en).join(', ')} (${relations[relation].en})`,
    }
  })
  if (parts.length === 0) return { zh: '某个岗位（没有规则授予）', en: 'a post that no rule names yet' }
  return { zh: parts.map(({ zh }) => zh).join('，或'), en: parts.map(({ en }) => en).join('; or ') }
}

/** A person's posts in words. */
function postsText({ holdings }: Holder): Title {
  if (holdings.length === 0) return { zh: '没有岗位', en: 'no post' }
  return {
    zh: holdings.map(({ orgName, role }) => `${orgName} ${roles[role].zh}`).join('、'),
    en: holdings.map(({ orgName, role }) => `${orgName} ${roles[role].en}`).join(', '),
  }
}

/** What is missing for an action: what would be needed, and what the person has. */
export function missingRefusal(holder: Holder, rules: readonly AccessRule[], action: Action): Refusal {
  const needed = neededWords(rules.filter((rule) => rule.action === action))
  const [title, posts] = [actions[action], postsText(holder)]
  return {
    code: 'FORBIDDEN',
    message: {
      zh: `${title.zh}：需要是${needed.zh}；您的岗位：${posts.zh}`,
      en: `${title.en}: needs ${needed.en}; your posts: ${posts.en}`,
    },
  }
}
