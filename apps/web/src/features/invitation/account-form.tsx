import { acceptInvitation, type Invitation, type SignInStep, startOpenId } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { PasswordField } from '../../ui/credentials/password-field.tsx'
import { meetsAll, passwordChecks } from '../../ui/credentials/password-rules.ts'
import { PolicyList } from '../../ui/credentials/policy-list.tsx'
import { TextField } from '../../ui/credentials/text-field.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { instantText } from '../../ui/format.ts'
import { invitationTexts as texts } from './texts.ts'

interface AccountFormProps {
  readonly token: string
  readonly invitation: Invitation
  readonly onNext: (next: SignInStep, password: string) => void
}

export function AccountForm({ token, invitation, onNext }: AccountFormProps) {
  const t = useText()
  const language = useLanguage()
  const kept = invitation.userName
  const [userName, setUserName] = useState(kept ?? '')
  const [password, setPassword] = useState('')
  const rules = invitation.password
  const sending = useMutation({
    mutationFn: () => call(acceptInvitation, { body: { token, userName: userName.trim(), password } }),
    onSuccess: ({ next }) => onNext(next, password),
  })
  const ready = userName.trim() !== '' && meetsAll(passwordChecks(password, userName, rules))
  return (
    <form
      className="entrance-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) sending.mutate()
      }}
    >
      {kept === null ? (
        <TextField
          label={t(texts.userName)}
          name="username"
          autoComplete="username"
          value={userName}
          onValue={setUserName}
          maxLength={64}
          autoFocus
          note={<span>{t(texts.userNameHint)}</span>}
        />
      ) : null}
      <PasswordField
        label={t(texts.password)}
        use="new-password"
        value={password}
        onValue={setPassword}
        note={<PolicyList {...{ password, userName, rules }} />}
      />
      <FormRefusal error={sending.error} />
      <button type="submit" className="button is-primary" disabled={!ready || sending.isPending}>
        {t(kept === null ? texts.submit : texts.submitReset)}
      </button>
      {invitation.openId ? <ByOpenId token={token} /> : null}
      <p className="entrance-links">{t(texts.until, { until: instantText(invitation.expiresAt, language) })}</p>
    </form>
  )
}

/** The identity at the provider is tied to the invited person. */
function ByOpenId({ token }: { readonly token: string }) {
  const t = useText()
  const starting = useMutation({
    mutationFn: () => call(startOpenId, { body: { invitation: token } }),
    onSuccess: ({ url }) => location.assign(url),
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
