import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { filterOf } from '../../api/filter.ts'
import { useSession } from '../../api/session.tsx'
import type { Command } from '../../app/commands.ts'
import { texts } from './texts.ts'

/** Every screen as a command, for each list that the district runs. */
export function useScreens(): readonly Command[] {
  const navigate = useNavigate()
  const { playbooks } = useSession()
  return useMemo(() => {
    const lists = playbooks.flatMap(({ key: playbook }): Command[] => [
      {
        key: `wall-${playbook}`,
        title: texts.wallMap,
        words: ['甘特图', 'gantt'],
        run: () => void navigate({ to: '/wall/$playbook', params: { playbook } }),
      },
      {
        key: `list-${playbook}`,
        title: texts.ledger,
        words: ['表格', 'list'],
        run: () => void navigate({ to: '/list/$playbook', params: { playbook } }),
      },
      {
        key: `red-${playbook}`,
        title: texts.redItems,
        run: () =>
          void navigate({
            to: '/list/$playbook',
            params: { playbook },
            search: { filter: filterOf({ lamp: 'red' }) } as never,
          }),
      },
      {
        key: `import-${playbook}`,
        title: texts.import,
        words: ['Excel'],
        run: () => void navigate({ to: '/import/$playbook', params: { playbook } }),
      },
      {
        key: `rules-${playbook}`,
        title: texts.rules,
        words: ['亮灯规则', '节点模板'],
        run: () => void navigate({ to: '/rules/$playbook', params: { playbook } }),
      },
    ])
    return [
      { key: 'cockpit', title: texts.cockpit, run: () => void navigate({ to: '/' }) },
      ...lists,
      { key: 'screen', title: texts.screen, run: () => void navigate({ to: '/screen' }) },
    ]
  }, [navigate, playbooks])
}
