import type { Role } from '@guatu/access'
import type { Session } from '@guatu/contract'
import type { Text } from '../../app/language.ts'

/** Whoever sees but his own projects: which these are, and what there is to do. */
interface OwnWork {
  readonly sentence: Text
  readonly empty: Text
  readonly emptyHint: Text
}

const works: Partial<Record<Role, OwnWork>> = {
  projectTeam: {
    sentence: {
      zh: '这里是您手上的 {{count}} 个项目：更新节点、报数、上传佐证，都从项目页做起。',
      en: 'The {{count}} projects in your hands: update nodes, report figures and add evidence on their pages.',
    },
    empty: { zh: '您手上还没有项目', en: 'No project is in your hands yet' },
    emptyHint: {
      zh: '项目专班更新手上项目的节点、数据和佐证。被列为责任人或专班成员后，项目会出现在这里。',
      en: 'A project team updates nodes, figures and evidence of its projects. They appear here once you are named in them.',
    },
  },
  deputy: {
    sentence: {
      zh: '这里是已向人大公开的 {{count}} 个项目：进度、亮灯和佐证都可查看。',
      en: 'The {{count}} projects opened to oversight: progress, lamps and evidence are yours to read.',
    },
    empty: { zh: '还没有向人大公开的项目', en: 'No project is opened to oversight yet' },
    emptyHint: {
      zh: '人大代表监督已公开的项目。区级统筹公开后，项目会出现在这里。',
      en: 'Deputies oversee what is opened. Projects appear here once the district office opens them.',
    },
  },
  firm: {
    sentence: {
      zh: '这里是本企业的 {{count}} 个项目：在项目页报数、上传佐证。',
      en: 'Your firm’s {{count}} projects: report figures and add evidence on their pages.',
    },
    empty: { zh: '还没有登记为本企业的项目', en: 'No project is listed under your firm yet' },
    emptyHint: {
      zh: '企业报送自己项目的数据和佐证。责任单位把项目登记到本企业后，会出现在这里。',
      en: 'Firms report figures and evidence of their own projects, once the lead unit lists them under the firm.',
    },
  },
  partner: {
    sentence: {
      zh: '这里是您引荐的 {{count}} 个项目：可随时查看进度和亮灯。',
      en: 'The {{count}} projects that you brought: see their progress and lamps at any time.',
    },
    empty: { zh: '还没有登记为您引荐的项目', en: 'No project is listed as brought by you yet' },
    emptyHint: {
      zh: '招商合作伙伴查看自己引荐的项目。责任单位登记引荐人后，项目会出现在这里。',
      en: 'Partners follow the projects that they brought, once the lead unit lists them as such.',
    },
  },
}

/** Null for whoever has a post that sees more than his own, and for the operator of the machine. */
export function ownWorkOf(me: Session['me']): OwnWork | null {
  const roles = [...new Set((me?.posts ?? []).map(({ role }) => role))]
  const [only] = roles
  return roles.length === 1 && only ? (works[only] ?? null) : null
}
