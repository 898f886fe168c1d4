import { type Action, actions, decide, phaseWords, relations, roles, standardRules } from '@guatu/access'
import { type Route, routes } from '@guatu/contract'
import { phases } from '@guatu/kernel'
import { isOfItem, itemOf, matrixPersons, placeNames, places, roleNames, type Verdict, verdictOf } from './scenario.ts'

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

/** What a role may do an action to, in the words of the relations. */
function grantedTo(role: (typeof roleNames)[number], action: Action): string {
  const rules = standardRules.filter((rule) => rule.role === role && rule.action === action)
  return (
    rules
      .map(({ relation, phases: granted }) => {
        const words =
          granted.length === phases.length
            ? ''
            : `（${phaseWords(granted)
                .map(({ zh }) => zh)
                .join('、')}）`
        return `${relations[relation].zh}${words}`
      })
      .join('；') || '—'
  )
}

const standings = {
  talks: itemOf('018f0000-0000-7000-8000-00000000b001', 'negotiation'),
  signed: itemOf('018f0000-0000-7000-8000-00000000b002', 'delivery'),
}

/** One cell: at which places the role is let through, for an item in talks and for one that is signed. */
function cellOf(route: Route, role: (typeof roleNames)[number]): string {
  const at = (standing: (typeof standings)['talks'] | null, wanted: Verdict) =>
    placeNames.filter((place) => {
      const person = matrixPersons.find((one) => one.role === role && one.place === place)!
      return verdictOf(person, route, standing) === wanted
    })
  if (!isOfItem(route)) return at(null, 'allowed').length > 0 ? '✓' : '—'
  const words = (list: readonly (keyof typeof places)[]) =>
    list.length === placeNames.length ? '全部' : list.map((place) => places[place].zh.slice(0, 1)).join('') || '—'
  const [talks, signed] = [words(at(standings.talks, 'allowed')), words(at(standings.signed, 'allowed'))]
  return talks === signed ? talks : `${talks}／${signed}`
}

const head = (first: string) => [first, ...roleNames.map((role) => roles[role].zh)]

/** docs/access-matrix.md: who may do what under the standard rules, by action and by request. */
export function accessMatrixPage(): string {
  const byAction = (Object.keys(actions) as Action[]).map((action) => [
    actions[action].zh,
    ...roleNames.map((role) => grantedTo(role, action)),
  ])
  // By address: in what order a module's exports come depends on what loads it.
  const addressOf = ({ path, method }: Route) => `${path} ${method}`
  const asked = routes.filter(({ needs }) => needs !== 'public').sort((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1))
  const byRoute = asked.map((route) => [
    `${route.method} ${route.path.replace(/\|/g, '\\|')}`,
    ...roleNames.map((role) => cellOf(route, role)),
  ])
  const everybody = asked.filter(({ needs }) => needs === 'session').length
  const granted = (Object.keys(actions) as Action[]).filter((action) =>
    matrixPersons.some(({ holder }) => decide(holder, standardRules, action, null).kind === 'done'),
  ).length
  return `# 权限矩阵 · Access matrix

本页由程序从标准规则生成（\`npm run docs\`）；一个测试逐格核对：每个角色 × 每个请求 × 本单位、上级、同级、外单位和外区，
经 HTTP，也直接以应用的数据库角色用 SQL。未授予的一律被拒绝（403）或视为不存在（404）。

This page is generated from the standard rules (\`npm run docs\`); a test holds every cell against the running server over
HTTP and against the database as the application's role. What is not granted is refused (403) or absent (404).
${granted} actions, ${roleNames.length} roles, ${asked.length} requests that need somebody signed in, ${everybody} of them open to everybody who is.

## 动作 · Actions

括号内为适用的阶段；没有括号的适用于各阶段。

${table(head('动作'), byAction)}

## 请求 · Requests

单元格说明：✓ 可以；— 不可以。涉及某个项目的请求，列出放行的单位：本＝本单位，上＝上级，同＝同级，外＝外单位；
“甲／乙”为洽谈中的项目／已签约的项目。

${table(head('请求'), byRoute)}
`
}
