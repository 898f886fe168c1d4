import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { filterOf } from '../../api/filter.ts'
import { useMay, useSession } from '../../api/session.tsx'
import type { Command } from '../../app/commands.ts'
import { leave } from '../../app/person-menu.tsx'
import { mayOpen, screens } from '../../app/screens.ts'
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
  const { playbooks, me, demonstration } = useSession()
  return useMemo(() => {
    const reachable = screens.filter((screen) => mayOpen(screen, may) && screen.path !== '/item/$itemId')
    const command = (path: string, playbook: string | undefined): Command => ({
      key: `${path}-${playbook ?? ''}`,
      title: reachable.find((screen) => screen.path === path)!.title,
      words: words[path] ?? [],
      run: () => void navigate({ to: path as '/list/$playbook', params: { playbook: playbook ?? '' } }),
    })
    const red = (playbook: string): Command => ({
      key: `red-${playbook}`,
      title: texts.redItems,
      run: () =>
        void navigate({
          to: '/list/$playbook',
          params: { playbook },
          search: { filter: filterOf({ lamp: 'red' }) } as never,
        }),
    })
    const commands = reachable.flatMap(({ path }) =>
      path.includes('$playbook') ? playbooks.map(({ key }) => command(path, key)) : [command(path, undefined)],
    )
    const reds = may('item.read') ? playbooks.map(({ key }) => red(key)) : []
    return [...commands, ...reds, ...(me ? own(() => void navigate({ to: '/account' }), demonstration) : [])]
  }, [navigate, playbooks, may, me, demonstration])
}

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
