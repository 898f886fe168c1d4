import { type SignInStep, verifySecondFactor } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { CodeField } from '../../ui/credentials/code-field.tsx'
import { CredentialForm } from '../../ui/credentials/credential-form.tsx'
import { TextField } from '../../ui/credentials/text-field.tsx'
import { signInTexts as texts } from './texts.ts'

/** The authenticator's code, sent as soon as it is whole; or one of the recovery codes. */
export function SecondFactorForm({ onNext }: { readonly onNext: (next: SignInStep) => void }) {
  const t = useText()
  const [code, setCode] = useState('')
  const [recovery, setRecovery] = useState(false)
  const sending = useMutation({
    mutationFn: (typed: string) => call(verifySecondFactor, { body: { code: typed.trim() } }),
    onSuccess: ({ next }) => onNext(next),
    onError: () => recovery || setCode(''),
  })
  const type = (typed: string) => {
    setCode(typed)
    if (!recovery && typed.length === 6 && !sending.isPending) sending.mutate(typed)
  }
  return (
    <CredentialForm
      sending={sending}
      ready={code.trim().length >= 6}
      submit={t(texts.verify)}
      onSend={() => sending.mutate(code)}
      below={
        <div className="entrance-links">
          <button
            type="button"
            onClick={() => {
              setRecovery(!recovery)
              setCode('')
              sending.reset()
            }}
          >
            {t(recovery ? texts.withCode : texts.withRecovery)}
          </button>
        </div>
      }
    >
      {recovery ? (
        <TextField
          key="recovery"
          label={t(texts.recoveryCode)}
          value={code}
          onValue={setCode}
          maxLength={20}
          autoComplete="off"
          note={<span>{t(texts.recoveryHint)}</span>}
          autoFocus
        />
      ) : (
        <CodeField key="code" value={code} onValue={type} autoFocus />
      )}
    </CredentialForm>
  )
}
