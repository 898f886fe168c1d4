import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { followTouches } from './api/attended.ts'
import { queryClient } from './api/query.ts'
import { sessionQuery } from './api/session.tsx'
import { startLanguage } from './app/language.ts'
import { takeReturn } from './app/return-kept.ts'
import { isEntrance } from './app/return-to.ts'
import { router } from './app/router.tsx'
import { startTheme } from './app/theme.ts'
import './app/tokens.css'
import './app/base.css'
import './app/shell.css'
import './app/print.css'

followTouches(window)
startTheme()
startLanguage()
// An identity provider sends the browser back to the start, which is not always where it came from.
const wanted = location.pathname === '/' ? takeReturn() : null
if (wanted !== null) history.replaceState(null, '', wanted)
// Every screen needs the session: ask before the screen's own code has arrived.
if (!isEntrance(location.pathname)) void queryClient.prefetchQuery(sessionQuery)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
