import type { Session } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { type ErrorComponentProps, Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react'
import { refresh } from '../api/query.ts'
import { ConnectionError, RefusedError } from '../api/refused.ts'
import { PastContext, SessionContext, sessionQuery, useMay } from '../api/session.tsx'
import { setSignedOut, useSignedOut } from '../api/signed-out.ts'
import { ownerOf } from '../offline/owner.ts'
import { useSendingOf } from '../offline/use-waiting.ts'
import { ErrorState, Skeleton } from '../ui/states.tsx'
import { Toasts } from '../ui/toast.tsx'
import { dayAsOf, useAsOf } from './as-of.ts'
import { AsOfBand } from './as-of-band.tsx'
import { AsOfDialog } from './as-of-dialog.tsx'
import { ForbiddenPage } from './forbidden.tsx'
import { Header } from './header.tsx'
import { KeyHelp } from './key-help.tsx'
import { useText } from './language.ts'
import { Palette } from './palette.tsx'
import { PrintHead } from './print-head.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { isEntrance } from './return-to.ts'
import { mayOpen, screenAt, startFor } from './screens.ts'
import { shellTexts } from './texts.ts'
import { TimeOutBar } from './time-out-bar.tsx'

const SignInAgain = lazy(() => import('../features/sign-in/again.tsx'))
const OfflineReporting = lazy(() => import('../features/reporting/offline-page.tsx'))

/** Nobody is signed in, or not wholly: a step of signing in is still ahead. */
const waysIn: readonly string[] = ['SIGN_IN_REQUIRED', 'SECOND_FACTOR_REQUIRED', 'PASSWORD_EXPIRED']

/** What surrounds every screen; the pages before sign-in stand alone. */
export function Shell() {
  const path = useRouterState({ select: (state) => state.location.pathname })
  if (!isEntrance(path)) return <SignedIn bare={path === '/screen'} />
  return (
    <Suspense>
      <Outlet />
    </Suspense>
  )
}

/** The wall screen is bare: nothing but its scenes. */
function SignedIn({ bare }: { readonly bare: boolean }) {
  const session = useQuery(sessionQuery)
  const href = useRouterState({ select: (state) => state.location.href })
  const asOf = useAsOf()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const { error } = session
  // The day of the screens is that of the moment that is read.
  const data = useMemo(() => session.data && atMoment(session.data, asOf), [session.data, asOf])
  // Without network there is no session to ask for: reporting goes on from what this device has kept.
  const isOffline = !data && (session.isPaused || session.failureReason instanceof ConnectionError)
  if (isOffline && path === '/report') return <OfflineMain />
  if (error && !data) {
    if (error instanceof RefusedError && waysIn.includes(error.reply.code)) {
      return <Navigate to="/sign-in" search={{ to: href === '/' ? undefined : href }} replace />
    }
    return <ErrorState error={error} onRetry={() => void session.refetch()} page />
  }
  const main = data ? <Page key={`${data.me?.personId} ${asOf}`} session={data} /> : <Waiting />
  if (bare) return data ? <Known {...{ session: data, asOf }}>{main}</Known> : main
  const shell = (
    <div className="shell">
      <div>
        <Header session={data} />
        {data ? <AsOfBand /> : null}
      </div>
      <main className="shell-main" id="main">
        {main}
      </main>
    </div>
  )
  return data ? <Known {...{ session: data, asOf }}>{shell}</Known> : shell
}

function OfflineMain() {
  return (
    <main className="shell-main" id="main">
      <Suspense>
        <OfflineReporting />
      </Suspense>
    </main>
  )
}

const atMoment = (session: Session, asOf: string | undefined): Session =>
  asOf === undefined ? session : { ...session, today: dayAsOf(asOf, session.today) }

interface KnownProps {
  readonly session: Session
  readonly asOf: string | undefined
  readonly children: ReactNode
}

function Known({ session, asOf, children }: KnownProps) {
  return (
    <SessionContext value={session}>
      <PastContext value={asOf !== undefined}>{children}</PastContext>
    </SessionContext>
  )
}

function Page({ session }: { readonly session: Session }) {
  return (
    <>
      <PrintHead />
      <Suspense fallback={<Waiting />}>
        <Allowed />
      </Suspense>
      <KeyHelp />
      <Palette />
      <AsOfDialog />
      <ReasonDialog />
      <Toasts />
      <Sending personId={session.me?.personId} />
      {session.me ? (
        <>
          <TimeOutBar me={session.me} />
          <Again personId={session.me.personId} />
        </>
      ) : null}
    </>
  )
}

/** Reports that wait on this device go out from any screen. */
function Sending({ personId }: { readonly personId: string | undefined }) {
  useSendingOf(ownerOf(personId))
  return null
}

/** The screen of the address, as far as the person may open it; whoever has no cockpit starts at his own work. */
function Allowed() {
  const may = useMay()
  const pattern = useRouterState({ select: (state) => state.matches.at(-1)?.routeId ?? '' })
  const screen = screenAt(pattern)
  if (!screen || mayOpen(screen, may)) return <Outlet />
  return screen.path === '/' ? <Navigate to={startFor(may) as '/account'} replace /> : <ForbiddenPage screen={screen} />
}

/** Signing in over the page. Somebody else must not go on with what the last person had open. */
function Again({ personId }: { readonly personId: string }) {
  const { refetch, error } = useQuery(sessionQuery)
  const signedOut = useSignedOut()
  useEffect(() => {
    if (error instanceof RefusedError && error.reply.code === 'SIGN_IN_REQUIRED') setSignedOut(true)
  }, [error])
  if (!signedOut) return null
  const signedIn = async () => {
    const { data } = await refetch()
    if (data?.me?.personId !== personId) return location.reload()
    setSignedOut(false)
    await refresh()
  }
  return (
    <Suspense>
      <SignInAgain onSignedIn={signedIn} />
    </Suspense>
  )
}

function Waiting() {
  const t = useText()
  return (
    <div className="shell-wait">
      <Skeleton label={t(shellTexts.loading)} lines={6} />
    </div>
  )
}

/** A fault in one screen leaves the others within reach. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  return <ErrorState error={error} onRetry={reset} />
}
