import { getSignIn, type SignInStep } from '@guatu/contract'
import { lazy, Suspense } from 'react'
import { useRoute } from '../../api/query.ts'
import { ErrorState } from '../../ui/states.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'

// Few are asked for these, once: the code that draws QR codes is not everybody's load.
const Enrolment = lazy(() => import('../../ui/credentials/enrolment.tsx'))
const ChangePasswordForm = lazy(() => import('../../ui/credentials/change-password-form.tsx'))

/** Where signing in stands; `start`: nobody has given a password yet. */
export type Stage = 'start' | SignInStep

interface StepsProps {
  readonly stage: Stage
  /** Typed a moment ago; null after a reload. */
  readonly password: string | null
  readonly onNext: (next: SignInStep, password?: string) => void
  readonly onOpenId: (() => void) | null
}

/** The form of the step that signing in stands at. */
export function Steps({ stage, password, onNext, onOpenId }: StepsProps) {
  switch (stage) {
    case 'start':
      return <PasswordForm onNext={onNext} onOpenId={onOpenId} />
    case 'secondFactor':
      return <SecondFactorForm onNext={onNext} />
    case 'enrolSecondFactor':
      return (
        <Suspense>
          <Enrolment password={password} onDone={onNext} />
        </Suspense>
      )
    case 'changePassword':
      return (
        <Suspense>
          <NewPassword onDone={onNext} />
        </Suspense>
      )
    case 'done':
      return null
  }
}

/** The old password is too old. Who is signed in, and what the new one has to be, the server tells with the step. */
function NewPassword({ onDone }: { readonly onDone: (next: SignInStep) => void }) {
  const { data, error, refetch } = useRoute(getSignIn, {}, { staleTime: 0 })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data?.session) return null
  const { password: rules, userName } = data.session
  return <ChangePasswordForm rules={rules} userName={userName ?? ''} onDone={onDone} />
}
