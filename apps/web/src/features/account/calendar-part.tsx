import { getCalendarFeed, makeCalendarFeed, revokeCalendarFeed } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { CopyButton } from '../../ui/credentials/copy-button.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { instantText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { noticeTexts as texts } from './notice-texts.ts'
import './notices.css'

/** One's own due dates for a calendar program, by an address that is the key. */
export function CalendarPart() {
  const t = useText()
  const language = useLanguage()
  const feed = useRoute(getCalendarFeed, {}).data
  const making = useMutation({
    mutationFn: () => call(makeCalendarFeed, {}),
    onSettled: () => refresh(getCalendarFeed),
  })
  const revoking = useMutation({
    mutationFn: () => call(revokeCalendarFeed, {}),
    onSuccess: () => {
      making.reset()
      toast({ text: t(texts.calendarRevoked) })
    },
    onSettled: () => refresh(getCalendarFeed),
  })
  const address = making.data ? location.origin + making.data.path : null
  const since = feed?.since ?? null
  const lastRead = feed?.lastReadAt
    ? t(texts.calendarRead, { at: instantText(feed.lastReadAt, language) })
    : t(texts.calendarUnread)
  return (
    <Section title={t(texts.calendar)}>
      <p className="account-note">{t(texts.calendarHint)}</p>
      {address ? (
        <>
          <p>{t(texts.calendarShown)}</p>
          <div className="calendar-address">
            <code>{address}</code>
            <CopyButton text={address} />
          </div>
        </>
      ) : (
        <p className="account-note">
          {since
            ? `${t(texts.calendarSince, { at: instantText(since, language) })} · ${lastRead}`
            : t(texts.calendarNone)}
        </p>
      )}
      <FormRefusal error={making.error ?? revoking.error} />
      <div className="account-buttons">
        <button type="button" className="button" disabled={making.isPending} onClick={() => making.mutate()}>
          {t(since ? texts.calendarRenew : texts.calendarMake)}
        </button>
        {since ? (
          <button type="button" className="button" disabled={revoking.isPending} onClick={() => revoking.mutate()}>
            {t(texts.calendarRevoke)}
          </button>
        ) : null}
      </div>
    </Section>
  )
}
