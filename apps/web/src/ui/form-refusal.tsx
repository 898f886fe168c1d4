import { isForbidden, messageOf, RefusedError } from '../api/refused.ts'
import { useText } from '../app/language.ts'
import { WhyNot } from './why-not.tsx'

/** Everything that stands in a form's way, at the foot of it; nothing while there is no refusal. */
export function FormRefusal({ error }: { readonly error: unknown }) {
  const t = useText()
  if (!error) return null
  const refusals = error instanceof RefusedError ? error.reply.refusals : []
  const lines = refusals.length > 0 ? refusals.map(({ message }) => t(message)) : [t(messageOf(error))]
  return (
    <div className="form-refusal" role="alert">
      {[...new Set(lines)].map((line) => (
        <p key={line}>{line}</p>
      ))}
      {isForbidden(error) ? <WhyNot /> : null}
    </div>
  )
}
