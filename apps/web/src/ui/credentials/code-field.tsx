import { useText } from '../../app/language.ts'
import { TextField } from './text-field.tsx'
import { credentialTexts } from './texts.ts'
import './credentials.css'

interface CodeFieldProps {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly faults?: readonly string[]
  readonly autoFocus?: boolean
}

/** The six digits of an authenticator. Spaces that people put between them are left out. */
export function CodeField({ onValue, ...field }: CodeFieldProps) {
  const t = useText()
  return (
    <TextField
      {...field}
      label={t(credentialTexts.code)}
      onValue={(text) => onValue(text.normalize('NFKC').replace(/\D/g, '').slice(0, 6))}
      inputMode="numeric"
      autoComplete="one-time-code"
      placeholder="000000"
      note={<span>{t(credentialTexts.codeHint)}</span>}
    />
  )
}
