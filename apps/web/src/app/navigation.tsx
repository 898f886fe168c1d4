import { Link, useRouterState } from '@tanstack/react-router'
import { useMay } from '../api/session.tsx'
import { MenuButton } from '../ui/menu/menu-button.tsx'
import { useText } from './language.ts'
import { ListMenu } from './list-menu.tsx'
import { listFor, useCurrentList, useLists } from './lists.ts'
import { groupTitles, navigationFor, type Placed, placedIn } from './screens.ts'
import { shellTexts } from './texts.ts'

interface Shown extends Placed {
  readonly playbook: string
}

/** Only what the person may open, each screen with the current list or, where it cannot show that, its own. */
export function Navigation() {
  const t = useText()
  const may = useMay()
  const lists = useLists()
  const current = useCurrentList()
  const shown = navigationFor(may).flatMap((screen): Shown[] => {
    if (!screen.path.includes('$playbook')) return [{ ...screen, playbook: '' }]
    const list = listFor(lists, current, screen.needs)
    return list ? [{ ...screen, playbook: list.key }] : []
  })
  return (
    <nav className="shell-nav" aria-label={t(shellTexts.navigation)}>
      {current && may('item.read') ? <ListMenu current={current} /> : null}
      {placedIn(shown).map((place) =>
        place.kind === 'one' ? (
          <NavLink key={place.screen.path} screen={place.screen} />
        ) : (
          <NavGroup key={place.group} title={t(groupTitles[place.group])} screens={place.screens} />
        ),
      )}
    </nav>
  )
}

function NavLink({ screen, onClick }: { readonly screen: Shown; readonly onClick?: () => void }) {
  const t = useText()
  return (
    <Link
      to={screen.path as '/list/$playbook'}
      params={{ playbook: screen.playbook }}
      activeOptions={{ exact: screen.path === '/', includeSearch: false }}
      {...(onClick ? { onClick } : {})}
    >
      {t(screen.title)}
    </Link>
  )
}

/** Screens of one kind of work under one word; the word is marked while one of them is open. */
function NavGroup({ title, screens }: { readonly title: string; readonly screens: readonly Shown[] }) {
  const pattern = useRouterState({ select: (state) => state.matches.at(-1)?.routeId ?? '' })
  return (
    <MenuButton title={title} on={screens.some(({ path }) => path === pattern)}>
      {(close) => (
        <div className="menu-acts is-list">
          {screens.map((screen) => (
            <NavLink key={screen.path} screen={screen} onClick={close} />
          ))}
        </div>
      )}
    </MenuButton>
  )
}
