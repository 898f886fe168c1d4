import { endSession, listSessions, type Sessions } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { instantText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { browserName } from './browser-name.ts'
import { accountTexts as texts } from './texts.ts'

/** Every place that one is signed in at, to end one or all the others. */
export function SessionsPart() {
  const t = useText()
  const found = useRoute(listSessions, {})
  const ending = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const sessionId of ids) await call(endSession, { params: { sessionId } })
      return ids.length
    },
    onSuccess: (count) => toast({ text: t(texts.sessionEnded, { count }) }),
    onSettled: () => refresh(listSessions),
  })
  const sessions = found.data?.sessions ?? []
  const others = sessions.filter(({ current }) => !current).map(({ sessionId }) => sessionId)
  return (
    <Section
      title={t(texts.sessions)}
      aside={
        others.length > 1 ? (
          <button type="button" className="link-button" onClick={() => ending.mutate(others)}>
            {t(texts.endOthers, { count: others.length })}
          </button>
        ) : null
      }
    >
      {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data || found.error ? null : <Skeleton label={t(texts.loading)} lines={2} />}
      <ul className="account-lines">
        {sessions.map((session) => (
          <SessionLine
            key={session.sessionId}
            session={session}
            busy={ending.isPending}
            onEnd={() => ending.mutate([session.sessionId])}
          />
        ))}
      </ul>
      <FormRefusal error={ending.error} />
    </Section>
  )
}

interface SessionLineProps {
  readonly session: Sessions[number]
  readonly busy: boolean
  readonly onEnd: () => void
}

function SessionLine({ session, busy, onEnd }: SessionLineProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <li>
      <span className="account-role" title={session.browser}>
        {browserName(session.browser)}
      </span>
      <span>
        {session.address}
        <span className="account-note">
          {'　'}
          {t(texts.lastSeen, { at: instantText(session.lastSeenAt, language) })}
        </span>
      </span>
      {session.current ? (
        <span className="account-mark">✓ {t(texts.thisOne)}</span>
      ) : (
        <button type="button" className="button" disabled={busy} onClick={onEnd}>
          {t(texts.endSession)}
        </button>
      )}
    </li>
  )
}
