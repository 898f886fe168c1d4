import { confirmSecondFactor, type SecondFactorStart, type SignInStep, startSecondFactor } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { useOnce } from '../use-once.ts'
import { AskPassword } from './ask-password.tsx'
import { CodeField } from './code-field.tsx'
import { CredentialForm } from './credential-form.tsx'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { credentialTexts as texts } from './texts.ts'
import './credentials.css'

interface EnrolmentProps {
  /** Typed a moment ago; null: it has to be asked for. */
  readonly password: string | null
  readonly onDone: (next: SignInStep) => void
}

/** A second factor from its secret to the kept recovery codes; in force once a code has confirmed it. */
export default function Enrolment({ password, onDone }: EnrolmentProps) {
  const t = useText()
  const starting = useMutation({
    mutationFn: (typed: string) => call(startSecondFactor, { body: { password: typed } }),
  })
  const [next, setNext] = useState<SignInStep | null>(null)
  // A second secret would take the place of the one that is being scanned.
  useOnce(() => {
    if (password !== null) starting.mutate(password)
  })
  if (!starting.data) {
    return starting.isPending ? null : <AskPassword sending={starting} submit={t(texts.goOn)} />
  }
  if (next === null) return <Scan start={starting.data} onConfirmed={setNext} />
  return <Kept codes={starting.data.recoveryCodes} onDone={() => onDone(next)} />
}

interface ScanProps {
  readonly start: SecondFactorStart
  readonly onConfirmed: (next: SignInStep) => void
}

function Scan({ start, onConfirmed }: ScanProps) {
  const t = useText()
  const [code, setCode] = useState('')
  const confirming = useMutation({
    mutationFn: () => call(confirmSecondFactor, { body: { code } }),
    onSuccess: ({ next }) => onConfirmed(next),
  })
  return (
    <CredentialForm
      className="enrolment"
      sending={confirming}
      ready={code.length === 6}
      submit={t(texts.bind)}
      onSend={() => confirming.mutate()}
    >
      <p>{t(texts.scan)}</p>
      <QrCode text={start.uri} label={t(texts.qrCode)} />
      <details>
        <summary>{t(texts.byHand)}</summary>
        <code>{start.secret}</code>
      </details>
      <CodeField value={code} onValue={setCode} />
    </CredentialForm>
  )
}

function Kept({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) {
  const t = useText()
  return (
    <div className="entrance-form">
      <RecoveryCodes codes={codes} />
      <button type="button" className="button is-primary no-print" onClick={onDone}>
        {t(texts.recoveryKept)}
      </button>
    </div>
  )
}
