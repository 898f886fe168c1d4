import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { NotFoundPage } from './not-found.tsx'
import { keepViewState, parseViewState, viewStateText } from './search.ts'
import { PageFault, Shell } from './shell.tsx'

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage })

const pages = import.meta.glob<{ default: RouteComponent }>('../features/*/page.tsx')

/** Each screen is a chunk of its own, loaded when its route is first near. */
const page = (feature: string) => lazyRouteComponent(pages[`../features/${feature}/page.tsx`]!)

const screen = <const Path extends string>(path: Path, feature: string) =>
  createRoute({
    getParentRoute: () => rootRoute,
    path,
    validateSearch: keepViewState,
    component: page(feature),
  })

const routeTree = rootRoute.addChildren([
  screen('/', 'cockpit'),
  screen('/list/$playbook', 'ledger'),
  screen('/wall/$playbook', 'wall-map'),
  screen('/item/$itemId', 'project'),
  screen('/import/$playbook', 'import'),
  screen('/rules/$playbook', 'rules'),
  screen('/screen', 'screen'),
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
