import { getSignIn, type SignInStep } from '@guatu/contract'
import { useEffect, useRef, useState } from 'react'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { type Stage, Steps } from './steps.tsx'
import { signInTexts as texts } from './texts.ts'
import '../../ui/entrance/entrance.css'
import './sign-in.css'

interface AgainProps {
  /** The session stands again: whoever signed in goes on where the page is. */
  readonly onSignedIn: () => void
}

/**
 * Signing in over the page as it stands, so that nothing typed is lost. Who enters the demonstration or comes by OpenID
 * Connect signs in in a window of its own; coming back to this one finds the session.
 */
export default function SignInAgain({ onSignedIn }: AgainProps) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const found = useRoute(getSignIn, {}, { staleTime: 0 })
  const [chosen, setStage] = useState<Stage | null>(null)
  const [password, setPassword] = useState<string | null>(null)
  const stage = chosen ?? found.data?.session?.next ?? 'start'
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (stage === 'done') onSignedIn()
  }, [stage, onSignedIn])
  useEffect(() => {
    const look = () => void found.refetch()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [found.refetch])
  const next = (step: SignInStep, typed?: string) => {
    if (typed !== undefined) setPassword(typed)
    setStage(step)
  }
  const elsewhere = found.data?.demonstration || found.data?.openId
  return (
    <dialog
      ref={dialog}
      className="sign-in-again"
      aria-labelledby="sign-in-again-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="sign-in-again-title">{t(texts.againTitle)}</h2>
      <p>{t(texts.againLead)}</p>
      {found.data ? <Steps stage={stage} password={password} onNext={next} onOpenId={null} /> : null}
      {elsewhere ? (
        <p className="entrance-foot">
          <a className="link-button" href="/sign-in" target="_blank" rel="noopener opener">
            {t(texts.againElsewhere)}
          </a>
        </p>
      ) : null}
    </dialog>
  )
}
