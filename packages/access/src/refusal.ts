import { phases, type Refusal, type Title } from '@guatu/kernel'
import { type Action, actions } from './action.ts'
import type { Holder } from './holding.ts'
import { type Relation, relations } from './relation.ts'
import { type Role, roles } from './role.ts'
import type { AccessRule } from './rule.ts'

/** What people call each phase. */
export const phaseTitles = {
  negotiation: { zh: '洽谈', en: 'talks' },
  delivery: { zh: '实施', en: 'delivery' },
  performance: { zh: '履约', en: 'performance' },
  ended: { zh: '办结', en: 'ended' },
  problem: { zh: '难题', en: 'problems' },
  supervision: { zh: '督导', en: 'supervision' },
  application: { zh: '申请', en: 'applications' },
} as const satisfies Record<(typeof phases)[number], Title>

const isEverywhere = ({ phases: granted }: AccessRule) => phases.every((phase) => granted.includes(phase))

function phaseWords(rule: AccessRule): Title {
  if (isEverywhere(rule)) return { zh: '', en: '' }
  const words = rule.phases.map((phase) => phaseTitles[phase])
  return {
    zh: `，限${words.map(({ zh }) => zh).join('、')}阶段`,
    en: `, in ${words.map(({ en }) => en).join(', ')} only`,
  }
}

/** A rule in words: who, to what, when. */
export function ruleText(rule: AccessRule): Title {
  const [role, relation, when] = [roles[rule.role], relations[rule.relation], phaseWords(rule)]
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
