import { getNoticePreference, type NoticePreference, saveNoticePreference } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { KindChoice } from '../../ui/kind-choice.tsx'
import { Section } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

import { noticeTexts as texts } from './notice-texts.ts'
import './notices.css'

/** How one wants to be told: what comes by mail at once, when, and what not at all. */
export function NoticesPart() {
  const t = useText()
  const found = useRoute(getNoticePreference, {})
  return (
    <Section title={t(texts.title)} aside={t(texts.hint)}>
      <div id="notices">
        {found.error ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data ? (
          <>
            <MailNote mailSet={found.data.mailSet} address={found.data.mailAddress} />
            <PreferenceForm stored={found.data.preference} />
          </>
        ) : (
          <Skeleton label={t(texts.loading)} lines={4} />
        )}
      </div>
    </Section>
  )
}

function MailNote({ mailSet, address }: { readonly mailSet: boolean; readonly address: string | null }) {
  const t = useText()
  const text = address ? t(texts.mailTo, { address }) : t(texts.noAddress)
  return <p className="account-note">{mailSet ? text : t(texts.mailUnset)}</p>
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

interface HourProps {
  readonly label: string
  readonly hour: number
  readonly onChange: (hour: number) => void
}

function HourField({ label, hour, onChange }: HourProps) {
  const t = useText()
  return (
    <label className="notice-hour">
      {label}
      <select className="field-input" value={hour} onChange={(event) => onChange(Number(event.target.value))}>
        {hours.map((value) => (
          <option key={value} value={value}>
            {t(texts.hour, { hour: value })}
          </option>
        ))}
      </select>
    </label>
  )
}

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className="notice-check">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    {label}
  </label>
)

interface WhenProps {
  readonly wished: NoticePreference
  readonly onChange: (patch: Partial<NoticePreference>) => void
}

/** When mail comes and in which language. */
function WhenFields({ wished, onChange: set }: WhenProps) {
  const t = useText()
  const { digest, digestHour, quietFrom, quietTo, workdaysOnly, language } = wished
  return (
    <>
      <fieldset>
        <legend>{t(texts.digest)}</legend>
        <Check label={t(texts.digestOn)} checked={digest} onChange={(next) => set({ digest: next })} />
        {digest ? (
          <HourField label={t(texts.digestHour)} hour={digestHour} onChange={(next) => set({ digestHour: next })} />
        ) : null}
      </fieldset>
      <fieldset>
        <legend>{t(texts.quiet)}</legend>
        <HourField label={t(texts.quietFrom)} hour={quietFrom} onChange={(next) => set({ quietFrom: next })} />
        <HourField label={t(texts.quietTo)} hour={quietTo} onChange={(next) => set({ quietTo: next })} />
        <Check label={t(texts.workdays)} checked={workdaysOnly} onChange={(next) => set({ workdaysOnly: next })} />
      </fieldset>
      <fieldset>
        <legend>{t(texts.language)}</legend>
        {(['zh', 'en'] as const).map((value) => (
          <label key={value} className="notice-check">
            <input
              type="radio"
              name="notice-language"
              checked={language === value}
              onChange={() => set({ language: value })}
            />
            {t(value === 'zh' ? texts.chinese : texts.english)}
          </label>
        ))}
      </fieldset>
    </>
  )
}

function PreferenceForm({ stored }: { readonly stored: NoticePreference }) {
  const t = useText()
  const [wished, setWished] = useState(stored)
  const set = (patch: Partial<NoticePreference>) => setWished((last) => ({ ...last, ...patch }))
  const saving = useMutation({
    mutationFn: () => call(saveNoticePreference, { body: wished }),
    onSuccess: async () => {
      const undo = async () => {
        await call(saveNoticePreference, { body: stored })
        setWished(stored)
        await refresh(getNoticePreference)
      }
      toast({ text: t(texts.saved), undo })
      await refresh(getNoticePreference)
    },
  })
  const changed = JSON.stringify(wished) !== JSON.stringify(stored)
  return (
    <form
      className="notice-form"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <KindChoice
        title={t(texts.atOnce)}
        hint={t(texts.atOnceHint)}
        chosen={wished.mailKinds}
        onChange={(mailKinds) => set({ mailKinds })}
      />
      <KindChoice
        title={t(texts.muted)}
        hint={t(texts.mutedHint)}
        chosen={wished.mutedKinds}
        onChange={(mutedKinds) => set({ mutedKinds })}
      />
      <WhenFields wished={wished} onChange={set} />
      <FormRefusal error={saving.error} />
      <button type="submit" className="button is-primary" disabled={!changed || saving.isPending}>
        {t(texts.save)}
      </button>
    </form>
  )
}
