import { type Account, endSecondFactor, getAccount, renewRecoveryCodes } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { AskPassword } from '../../ui/credentials/ask-password.tsx'
import { RecoveryCodes } from '../../ui/credentials/recovery-codes.tsx'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { accountTexts as texts } from './texts.ts'

const Enrolment = lazy(() => import('../../ui/credentials/enrolment.tsx'))

type Act = 'enrol' | 'renew' | 'end' | null

export function SecondFactorPart({ account }: { readonly account: Account }) {
  const t = useText()
  const { enrolled, required, recoveryCodes } = account.secondFactor
  const [act, setAct] = useState<Act>(null)
  const done = (text: string) => {
    setAct(null)
    toast({ text })
    void refresh(getAccount)
  }
  const state = enrolled ? t(texts.enrolled, { count: recoveryCodes }) : t(texts.notEnrolled)
  return (
    <Section title={t(texts.secondFactor)} aside={required ? `${state} · ${t(texts.required)}` : state}>
      {act === null ? (
        <div className="account-buttons">
          {enrolled ? (
            <button type="button" className="button" onClick={() => setAct('renew')}>
              {t(texts.renewCodes)}
            </button>
          ) : (
            <button type="button" className="button" onClick={() => setAct('enrol')}>
              {t(texts.enrol)}
            </button>
          )}
          {enrolled && !required ? (
            <button type="button" className="button" onClick={() => setAct('end')}>
              {t(texts.endFactor)}
            </button>
          ) : null}
        </div>
      ) : (
        <div className="account-form">
          {act === 'enrol' ? (
            <Suspense>
              <Enrolment password={null} onDone={() => done(t(texts.factorSet))} />
            </Suspense>
          ) : null}
          {act === 'renew' ? <Renew onDone={() => setAct(null)} /> : null}
          {act === 'end' ? <End onDone={() => done(t(texts.factorEnded))} /> : null}
          <button type="button" className="button" onClick={() => setAct(null)}>
            {t(texts.cancel)}
          </button>
        </div>
      )}
    </Section>
  )
}

function Renew({ onDone }: { readonly onDone: () => void }) {
  const t = useText()
  const renewing = useMutation({
    mutationFn: (password: string) => call(renewRecoveryCodes, { body: { password } }),
    onSuccess: () => refresh(getAccount),
  })
  if (!renewing.data) return <AskPassword sending={renewing} submit={t(texts.confirm)} />
  return (
    <>
      <RecoveryCodes codes={renewing.data.recoveryCodes} />
      <button type="button" className="button is-primary" onClick={onDone}>
        {t(texts.close)}
      </button>
    </>
  )
}

function End({ onDone }: { readonly onDone: () => void }) {
  const t = useText()
  const ending = useMutation({
    mutationFn: (password: string) => call(endSecondFactor, { body: { password } }),
    onSuccess: onDone,
  })
  return <AskPassword sending={ending} submit={t(texts.confirm)} />
}
