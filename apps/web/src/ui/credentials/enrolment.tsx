import { confirmSecondFactor, type SecondFactorStart, type SignInStep, startSecondFactor } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../form-refusal.tsx'
import { useOnce } from '../use-once.ts'
import { CodeField } from './code-field.tsx'
import { PasswordField } from './password-field.tsx'
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
  const starting = useMutation({
    mutationFn: (typed: string) => call(startSecondFactor, { body: { password: typed } }),
  })
  const [next, setNext] = useState<SignInStep | null>(null)
  // A second secret would take the place of the one that is being scanned.
  useOnce(() => {
    if (password !== null) starting.mutate(password)
  })
  if (!starting.data) return <AskPassword starting={starting} />
  if (next === null) return <Scan start={starting.data} onConfirmed={setNext} />
  return <Kept codes={starting.data.recoveryCodes} onDone={() => onDone(next)} />
}

interface AskProps {
  readonly starting: {
    readonly mutate: (password: string) => void
    readonly error: unknown
    readonly isPending: boolean
  }
}

function AskPassword({ starting }: AskProps) {
  const t = useText()
  const [password, setPassword] = useState('')
  if (starting.isPending) return null
  return (
    <form
      className="entrance-form"
      onSubmit={(event) => {
        event.preventDefault()
        starting.mutate(password)
      }}
    >
      <PasswordField
        label={t(texts.currentPassword)}
        use="current-password"
        value={password}
        onValue={setPassword}
        autoFocus
      />
      <FormRefusal error={starting.error} />
      <button type="submit" className="button is-primary" disabled={password === ''}>
        {t(texts.goOn)}
      </button>
    </form>
  )
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
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    confirming.mutate()
  }
  return (
    <form className="entrance-form enrolment" onSubmit={confirm}>
      <p>{t(texts.scan)}</p>
      <QrCode text={start.uri} label={t(texts.qrCode)} />
      <details>
        <summary>{t(texts.byHand)}</summary>
        <code>{start.secret}</code>
      </details>
      <CodeField value={code} onValue={setCode} />
      <FormRefusal error={confirming.error} />
      <button type="submit" className="button is-primary" disabled={code.length < 6 || confirming.isPending}>
        {t(texts.bind)}
      </button>
    </form>
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
