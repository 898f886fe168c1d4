import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { filterOf } from '../../api/filter.ts'
import { useMay, useSession } from '../../api/session.tsx'
import type { Command } from '../../app/commands.ts'
import { canShow, useLists } from '../../app/lists.ts'
import { leave } from '../../app/person-menu.tsx'
import { mayOpen, type ScreenEntry, screens } from '../../app/screens.ts'
import { texts } from './texts.ts'

/** Further words that a screen is found by. */
const words: Readonly<Record<string, readonly string[]>> = {
  '/wall/$playbook': ['甘特图', 'gantt'],
  '/list/$playbook': ['表格', 'list'],
  '/check/$playbook': ['五定检查', '缺责任人', '落实到人'],
  '/import/$playbook': ['Excel', '导入台账'],
  '/rules/$playbook': ['亮灯规则', '节点模板'],
  '/accounts': ['开通', '停用', '解锁'],
  '/directory': ['岗位', '包联', '代理'],
  '/access': ['为什么不能', '我能做什么', '权限规则'],
  '/audit': ['日志', '审计'],
}

/** Every screen that the person may open as a command, for each list that the district runs. */
export function useScreens(): readonly Command[] {
  const navigate = useNavigate()
  const may = useMay()
  const lists = useLists()
  const { me, demonstration } = useSession()
  return useMemo(() => {
    const reachable = screens.filter((screen) => mayOpen(screen, may) && screen.path !== '/item/$itemId')
    const command = ({ path, title }: ScreenEntry, list?: Playbook): Command => ({
      key: `${path}-${list?.key ?? ''}`,
      title: list ? ofList(title, list, lists) : title,
      words: words[path] ?? [],
      run: () => void navigate({ to: path as '/list/$playbook', params: { playbook: list?.key ?? '' } }),
    })
    const red = (list: Playbook): Command => ({
      key: `red-${list.key}`,
      title: ofList(texts.redItems, list, lists),
      run: () =>
        void navigate({
          to: '/list/$playbook',
          params: { playbook: list.key },
          search: { filter: filterOf({ lamp: 'red' }) } as never,
        }),
    })
    const commands = reachable.flatMap((screen) =>
      screen.path.includes('$playbook')
        ? lists.filter((list) => canShow(list, screen.needs)).map((list) => command(screen, list))
        : [command(screen)],
    )
    const reds = may('item.read') ? lists.map(red) : []
    return [...commands, ...reds, ...(me ? own(() => void navigate({ to: '/account' }), demonstration) : [])]
  }, [navigate, lists, may, me, demonstration])
}

/** With several lists a screen's name says which of them it opens. */
const ofList = (title: Title, list: Playbook, lists: readonly Playbook[]): Title =>
  lists.length < 2 ? title : { zh: `${title.zh} · ${list.title.zh}`, en: `${title.en} · ${list.title.en}` }

/** What belongs to the person. */
const own = (toAccount: () => void, demonstration: boolean): readonly Command[] => [
  { key: 'account', title: texts.account, words: ['密码', '二次验证', '令牌', '岗位'], run: toAccount },
  demonstration
    ? {
        key: 'change-person',
        title: texts.changePerson,
        words: ['换人', '演示'],
        run: () => void leave(location.pathname + location.search),
      }
    : { key: 'sign-out', title: texts.signOut, words: ['注销'], run: () => void leave() },
]
