import type { ReactNode } from 'react'
import { FormRefusal } from '../form-refusal.tsx'
import '../entrance/entrance.css'

/** What is under way when a form has been sent. */
interface Sending {
  readonly error: unknown
  readonly isPending: boolean
}

interface CredentialFormProps {
  readonly sending: Sending
  /** Everything that has to be there is there. */
  readonly ready: boolean
  readonly submit: string
  readonly onSend: () => void
  readonly children: ReactNode
  /** Stands under the button: other ways in, what becomes of the form. */
  readonly below?: ReactNode
  readonly className?: string
}

/** Fields, what was refused, and one button; it is sent once at a time and never half filled. */
export function CredentialForm({
  sending,
  ready,
  submit,
  onSend,
  children,
  below,
  className = '',
}: CredentialFormProps) {
  const sendable = ready && !sending.isPending
  return (
    <form
      className={`entrance-form ${className}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (sendable) onSend()
      }}
    >
      {children}
      <FormRefusal error={sending.error} />
      <button type="submit" className="button is-primary" disabled={!sendable}>
        {submit}
      </button>
      {below}
    </form>
  )
}
