import { changePassword, type SignInStep } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { CredentialForm } from './credential-form.tsx'
import { PasswordField } from './password-field.tsx'
import { meetsAll, type PasswordRules, passwordChecks } from './password-rules.ts'
import { PolicyList } from './policy-list.tsx'
import { credentialTexts as texts } from './texts.ts'

interface ChangePasswordProps {
  readonly rules: PasswordRules
  readonly userName: string
  readonly onDone: (next: SignInStep) => void
}

export default function ChangePasswordForm({ rules, userName, onDone }: ChangePasswordProps) {
  const t = useText()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const sending = useMutation({
    mutationFn: () => call(changePassword, { body: { current, password } }),
    onSuccess: ({ next }) => onDone(next),
  })
  const met = meetsAll(passwordChecks(password, userName, rules))
  return (
    <CredentialForm
      sending={sending}
      ready={current !== '' && password !== '' && met}
      submit={t(texts.changeIt)}
      onSend={() => sending.mutate()}
    >
      <PasswordField
        label={t(texts.currentPassword)}
        use="current-password"
        value={current}
        onValue={setCurrent}
        autoFocus
      />
      <PasswordField
        label={t(texts.newPassword)}
        use="new-password"
        value={password}
        onValue={setPassword}
        note={<PolicyList {...{ password, userName, rules }} />}
      />
    </CredentialForm>
  )
}
