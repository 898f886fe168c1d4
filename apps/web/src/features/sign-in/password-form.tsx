import { type SignInStep, signIn, startOpenId } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { PasswordField } from '../../ui/credentials/password-field.tsx'
import { TextField } from '../../ui/credentials/text-field.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { signInTexts as texts } from './texts.ts'

interface PasswordFormProps {
  /** The password goes along: whoever has to enrol a second factor next is not asked for it twice. */
  readonly onNext: (next: SignInStep, password: string) => void
  /** Null: OpenID Connect is not configured, or leaving the page would lose it. */
  readonly onOpenId: (() => void) | null
}

export function PasswordForm({ onNext, onOpenId }: PasswordFormProps) {
  const t = useText()
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  const sending = useMutation({
    mutationFn: () => call(signIn, { body: { userName: userName.trim(), password } }),
    onSuccess: ({ next }) => onNext(next, password),
  })
  return (
    <form
      className="entrance-form"
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate()
      }}
    >
      <TextField
        label={t(texts.userName)}
        name="username"
        autoComplete="username"
        value={userName}
        onValue={setUserName}
        maxLength={64}
        autoFocus
      />
      <PasswordField label={t(texts.password)} use="current-password" value={password} onValue={setPassword} />
      <FormRefusal error={sending.error} />
      <button
        type="submit"
        className="button is-primary"
        disabled={sending.isPending || userName.trim() === '' || password === ''}
      >
        {t(texts.submit)}
      </button>
      {onOpenId ? <OpenIdButton onLeave={onOpenId} /> : null}
    </form>
  )
}

function OpenIdButton({ onLeave }: { readonly onLeave: () => void }) {
  const t = useText()
  const starting = useMutation({
    mutationFn: () => call(startOpenId, { body: {} }),
    onSuccess: ({ url }) => {
      onLeave()
      location.assign(url)
    },
  })
  return (
    <>
      <span className="entrance-or">{t(texts.or)}</span>
      <button type="button" className="button" disabled={starting.isPending} onClick={() => starting.mutate()}>
        {t(texts.openId)}
      </button>
      <FormRefusal error={starting.error} />
    </>
  )
}
