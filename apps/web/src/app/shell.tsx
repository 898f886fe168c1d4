import type { Session } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { type ErrorComponentProps, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { SessionContext, sessionQuery } from '../api/session.tsx'
import { ErrorState, Skeleton } from '../ui/states.tsx'
import { Toasts } from '../ui/toast.tsx'
import { Header } from './header.tsx'
import { KeyHelp } from './key-help.tsx'
import { useText } from './language.ts'
import { Palette } from './palette.tsx'
import { PrintHead } from './print-head.tsx'
import { shellTexts } from './texts.ts'

/** What surrounds every screen. The wall screen stands alone: nothing but its scenes. */
export function Shell() {
  const session = useQuery(sessionQuery)
  const bare = useRouterState({ select: (state) => state.location.pathname === '/screen' })
  if (session.error && !session.data)
    return <ErrorState error={session.error} onRetry={() => void session.refetch()} page />
  const main = session.data ? <Page session={session.data} /> : <Waiting />
  if (bare) return main
  return (
    <div className="shell">
      <Header session={session.data} />
      <main className="shell-main" id="main">
        {main}
      </main>
    </div>
  )
}

function Page({ session }: { readonly session: Session }) {
  return (
    <SessionContext value={session}>
      <PrintHead />
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
      <KeyHelp />
      <Palette />
      <Toasts />
    </SessionContext>
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
