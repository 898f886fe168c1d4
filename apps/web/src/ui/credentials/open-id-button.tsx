import { startOpenId } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../form-refusal.tsx'
import { credentialTexts as texts } from './texts.ts'

interface OpenIdButtonProps {
  readonly label: string
  /** The identity at the provider is tied to whoever the invitation is for; absent: it signs in. */
  readonly invitation?: string
  readonly onLeave?: () => void
}

/** The way in by the district's own sign-in, beside the password. */
export function OpenIdButton({ label, invitation, onLeave }: OpenIdButtonProps) {
  const t = useText()
  const starting = useMutation({
    mutationFn: () => call(startOpenId, { body: invitation === undefined ? {} : { invitation } }),
    onSuccess: ({ url }) => {
      onLeave?.()
      location.assign(url)
    },
  })
  return (
    <>
      <span className="entrance-or">{t(texts.or)}</span>
      <button type="button" className="button" disabled={starting.isPending} onClick={() => starting.mutate()}>
        {label}
      </button>
      <FormRefusal error={starting.error} />
    </>
  )
}
