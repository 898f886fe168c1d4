import { acceptInvitation, type Invitation, type SignInStep } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { CredentialForm } from '../../ui/credentials/credential-form.tsx'
import { OpenIdButton } from '../../ui/credentials/open-id-button.tsx'
import { PasswordField } from '../../ui/credentials/password-field.tsx'
import { meetsAll, passwordChecks } from '../../ui/credentials/password-rules.ts'
import { PolicyList } from '../../ui/credentials/policy-list.tsx'
import { TextField } from '../../ui/credentials/text-field.tsx'
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
    <CredentialForm
      sending={sending}
      ready={ready}
      submit={t(kept === null ? texts.submit : texts.submitReset)}
      onSend={() => sending.mutate()}
      below={
        <>
          {invitation.openId ? <OpenIdButton label={t(texts.openId)} invitation={token} /> : null}
          <p className="entrance-links">{t(texts.until, { until: instantText(invitation.expiresAt, language) })}</p>
        </>
      }
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
    </CredentialForm>
  )
}
