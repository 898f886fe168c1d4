import type { Playbook } from '@guatu/playbook'
import { Link, useRouterState } from '@tanstack/react-router'
import { MenuButton } from '../ui/menu/menu-button.tsx'
import { useText } from './language.ts'
import { canShow, useLists } from './lists.ts'
import { screenAt } from './screens.ts'
import { shellTexts } from './texts.ts'

/** Chooses the list that the screens are about. One stays on the screen where it shows the other list as well. */
export function ListMenu({ current }: { readonly current: Playbook }) {
  const t = useText()
  const lists = useLists()
  const pattern = useRouterState({ select: (state) => state.matches.at(-1)?.routeId ?? '' })
  if (lists.length < 2) return null
  const here = pattern.includes('$playbook') ? pattern : '/list/$playbook'
  const pathFor = (list: Playbook) => (canShow(list, screenAt(here)?.needs) ? here : '/list/$playbook')
  return (
    <MenuButton title={t(shellTexts.listAt, { list: t(current.title) })}>
      {(close) => (
        <div className="menu-acts is-list">
          {lists.map((list) => (
            <Link
              key={list.key}
              to={pathFor(list) as '/list/$playbook'}
              params={{ playbook: list.key }}
              aria-current={list === current ? 'true' : undefined}
              onClick={close}
            >
              {t(list.title)}
              {list === current ? <span aria-hidden="true"> ✓</span> : null}
            </Link>
          ))}
        </div>
      )}
    </MenuButton>
  )
}
