import { separatedRoles } from '@guatu/access'
import { getAccount, getSession, getSignInPolicy, type Session } from '@guatu/contract'
import { useEffect, useState } from 'react'
import { call } from '../api/call.ts'
import { refresh, useRoute } from '../api/query.ts'
import { isSignedOut, lastAnswer } from '../api/signed-out.ts'
import { useText } from './language.ts'
import { shellTexts } from './texts.ts'
import { needsRenewal, type TimeLeft, timeLeft } from './time-out.ts'

const LOOK_MS = 1000

/** A person's request renews the session; a page that is worked on sends one. Failing, the next one tells. */
const renew = () => void call(getAccount, {}, { once: true }).catch(() => undefined)

/** Minutes without a request after which the session ends; null while that is not known. */
function useIdleMinutes({ posts }: NonNullable<Session['me']>): number | null {
  const { data } = useRoute(getSignInPolicy, {}, { staleTime: 3_600_000 })
  if (!data) return null
  const administrator = posts.some(({ role }) => separatedRoles.includes(role))
  return administrator ? data.administratorIdleMinutes : data.sessionIdleMinutes
}

/** Says before it happens that the session will end. Whoever is at work has it renewed without noticing. */
export function TimeOutBar({ me }: { readonly me: NonNullable<Session['me']> }) {
  const t = useText()
  const idleMinutes = useIdleMinutes(me)
  const left = useTimeLeft(idleMinutes)
  if (left.kind !== 'near') return null
  return (
    <div className="time-out no-print" role="alert">
      <span>{t(shellTexts.timeOut, { count: left.secondsLeft })}</span>
      <button type="button" onClick={renew}>
        {t(shellTexts.stay)}
      </button>
    </div>
  )
}

function useTimeLeft(idleMinutes: number | null): TimeLeft {
  const [left, setLeft] = useState<TimeLeft>({ kind: 'far' })
  useEffect(() => {
    if (idleMinutes === null) return
    const idle = () => ({ lastAnswerAt: lastAnswer(), now: Date.now(), idleMinutes })
    let over = false
    const look = () => {
      const next = timeLeft(idle())
      setLeft((last) => (next.kind === 'far' && last.kind === 'far' ? last : next))
      // The session itself says whether it has ended: another window may have kept it.
      if (next.kind === 'over' && !over) void refresh(getSession)
      over = next.kind === 'over'
    }
    // Past the end, too: another window may have kept the session, which this one has not noted.
    const work = () => needsRenewal(idle()) && !isSignedOut() && renew()
    const timer = setInterval(look, LOOK_MS)
    addEventListener('keydown', work)
    addEventListener('pointerdown', work)
    return () => {
      clearInterval(timer)
      removeEventListener('keydown', work)
      removeEventListener('pointerdown', work)
    }
  }, [idleMinutes])
  return left
}
