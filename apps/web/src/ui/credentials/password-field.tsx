import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useText } from '../../app/language.ts'
import { TextField } from './text-field.tsx'
import { credentialTexts } from './texts.ts'
import './credentials.css'

interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  /** Tells password managers which of the two it is. */
  readonly use: 'current-password' | 'new-password'
  readonly note?: ReactNode
  readonly faults?: readonly string[]
  readonly autoFocus?: boolean
}

/** A password that can be looked at, and that says when Caps Lock is on. */
export function PasswordField({ use, note, ...field }: PasswordFieldProps) {
  const t = useText()
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <TextField
      {...field}
      type={shown ? 'text' : 'password'}
      name={use}
      autoComplete={use}
      onKeyDown={watch}
      onKeyUp={watch}
      note={
        <>
          {capsLock ? (
            <span className="caps-lock" role="status">
              ⇪ {t(credentialTexts.capsLock)}
            </span>
          ) : null}
          {note}
        </>
      }
      end={
        <button
          type="button"
          className="text-field-end"
          aria-pressed={shown}
          aria-label={t(shown ? credentialTexts.hidePassword : credentialTexts.showPassword)}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? credentialTexts.hide : credentialTexts.show)}
        </button>
      }
    />
  )
}
