import { changePassword, type SignInStep } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../form-refusal.tsx'
import { PasswordField } from './password-field.tsx'
import { meetsAll, type PasswordRules, passwordChecks } from './password-rules.ts'
import { PolicyList } from './policy-list.tsx'
import { credentialTexts as texts } from './texts.ts'

interface ChangePasswordProps {
  /** Null: not known before the session is open; the refusal then lists what is missing. */
  readonly rules: PasswordRules | null
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
  const met = rules === null || meetsAll(passwordChecks(password, userName, rules))
  return (
    <form
      className="entrance-form"
      onSubmit={(event) => {
        event.preventDefault()
        sending.mutate()
      }}
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
        note={rules ? <PolicyList {...{ password, userName, rules }} /> : null}
      />
      <FormRefusal error={sending.error} />
      <button
        type="submit"
        className="button is-primary"
        disabled={current === '' || password === '' || !met || sending.isPending}
      >
        {t(texts.changeIt)}
      </button>
    </form>
  )
}
