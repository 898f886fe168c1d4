import { type SignInStep, signIn } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { CredentialForm } from '../../ui/credentials/credential-form.tsx'
import { OpenIdButton } from '../../ui/credentials/open-id-button.tsx'
import { PasswordField } from '../../ui/credentials/password-field.tsx'
import { TextField } from '../../ui/credentials/text-field.tsx'
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
    <CredentialForm
      sending={sending}
      ready={userName.trim() !== '' && password !== ''}
      submit={t(texts.submit)}
      onSend={() => sending.mutate()}
      below={onOpenId ? <OpenIdButton label={t(texts.openId)} onLeave={onOpenId} /> : null}
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
    </CredentialForm>
  )
}
