import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  retainSearchParams,
} from '@tanstack/react-router'
import { NotFoundPage } from './not-found.tsx'
import { keepViewState, parseViewState, type ViewState, viewStateText } from './search.ts'
import { PageFault, Shell } from './shell.tsx'

/** The moment that is read goes along every link. */
const kept = { middlewares: [retainSearchParams<ViewState>(['asOf'])] }

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: keepViewState,
  search: kept,
})

/** Each screen is a chunk of its own, loaded when its route is first near. */
const screen = <const Path extends string>(path: Path, load: () => Promise<{ default: RouteComponent }>) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: keepViewState,
    component: lazyRouteComponent(load),
  })

const routeTree = rootRoute.addChildren([
  screen('/', () => import('../features/cockpit/page.tsx')),
  screen('/list/$playbook', () => import('../features/ledger/page.tsx')),
  screen('/wall/$playbook', () => import('../features/wall-map/page.tsx')),
  screen('/item/$itemId', () => import('../features/project/page.tsx')),
  screen('/import/$playbook', () => import('../features/import/page.tsx')),
  screen('/rules/$playbook', () => import('../features/rules/page.tsx')),
  screen('/check/$playbook', () => import('../features/five-fix/page.tsx')),
  screen('/compare/$playbook', () => import('../features/comparison/page.tsx')),
  screen('/change/$itemId', () => import('../features/change-form/page.tsx')),
  screen('/report', () => import('../features/reporting/page.tsx')),
  screen('/report/sheet/$playbook', () => import('../features/reporting/sheet/page.tsx')),
  screen('/report/desk', () => import('../features/reporting/desk/page.tsx')),
  screen('/my-charge', () => import('../features/my-charge/page.tsx')),
  screen('/desk/$playbook', () => import('../features/order-desk/page.tsx')),
  screen('/patrol/$playbook', () => import('../features/patrol/page.tsx')),
  screen('/problems/$playbook', () => import('../features/problem-board/page.tsx')),
  screen('/raise/$playbook', () => import('../features/problem-board/raise/page.tsx')),
  screen('/signs', () => import('../features/signs/page.tsx')),
  screen('/exemptions', () => import('../features/exemptions/page.tsx')),
  screen('/screen', () => import('../features/screen/page.tsx')),
  screen('/sign-in', () => import('../features/sign-in/page.tsx')),
  screen('/set-up', () => import('../features/set-up/page.tsx')),
  screen('/invitation', () => import('../features/invitation/page.tsx')),
  screen('/account', () => import('../features/account/page.tsx')),
  screen('/directory', () => import('../features/directory/page.tsx')),
  screen('/access', () => import('../features/access/page.tsx')),
  screen('/access/rules', () => import('../features/access/rules-page.tsx')),
  screen('/audit', () => import('../features/audit/page.tsx')),
  screen('/inbox', () => import('../features/inbox/page.tsx')),
  screen('/channels', () => import('../features/channels/page.tsx')),
  screen('/accounts', () => import('../features/accounts/page.tsx')),
])

export const router = createRouter({
  routeTree,
  parseSearch: parseViewState,
  stringifySearch: viewStateText,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFault,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
