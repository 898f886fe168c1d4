import { useState } from 'react'
import { useText } from '../../app/language.ts'
import { CredentialForm } from './credential-form.tsx'
import { PasswordField } from './password-field.tsx'
import { credentialTexts as texts } from './texts.ts'

interface AskPasswordProps {
  readonly sending: {
    readonly mutate: (password: string) => void
    readonly error: unknown
    readonly isPending: boolean
  }
  readonly submit: string
}

/** What touches the credentials asks for the password once more. */
export function AskPassword({ sending, submit }: AskPasswordProps) {
  const t = useText()
  const [password, setPassword] = useState('')
  return (
    <CredentialForm {...{ sending, submit }} ready={password !== ''} onSend={() => sending.mutate(password)}>
      <PasswordField
        label={t(texts.currentPassword)}
        use="current-password"
        value={password}
        onValue={setPassword}
        autoFocus
      />
    </CredentialForm>
  )
}
