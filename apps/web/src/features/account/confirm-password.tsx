import { useState } from 'react'
import { useText } from '../../app/language.ts'
import { PasswordField } from '../../ui/credentials/password-field.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { accountTexts as texts } from './texts.ts'
import '../../ui/entrance/entrance.css'

interface ConfirmPasswordProps {
  readonly acting: {
    readonly mutate: (password: string) => void
    readonly error: unknown
    readonly isPending: boolean
  }
}

/** What touches the credentials asks for the password once more. */
export function ConfirmPassword({ acting }: ConfirmPasswordProps) {
  const t = useText()
  const [password, setPassword] = useState('')
  return (
    <form
      className="entrance-form"
      onSubmit={(event) => {
        event.preventDefault()
        acting.mutate(password)
      }}
    >
      <PasswordField
        label={t(texts.confirmPassword)}
        use="current-password"
        value={password}
        onValue={setPassword}
        autoFocus
      />
      <FormRefusal error={acting.error} />
      <button type="submit" className="button is-primary" disabled={password === '' || acting.isPending}>
        {t(texts.confirm)}
      </button>
    </form>
  )
}
