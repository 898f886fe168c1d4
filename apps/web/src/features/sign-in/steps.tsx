import type { SignInStep } from '@guatu/contract'
import { lazy, Suspense } from 'react'
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
          <ChangePasswordForm rules={null} userName="" onDone={onNext} />
        </Suspense>
      )
    case 'done':
      return null
  }
}
