import { getSignIn, refusalCodes, type SignInState, signOut } from '@guatu/contract'
import { useEffect, useState } from 'react'
import { call } from '../../api/call.ts'
import { queryClient, useRoute } from '../../api/query.ts'
import { RefusedError } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import { keepReturn } from '../../app/return-kept.ts'
import { returnPath } from '../../app/return-to.ts'
import { useViewState } from '../../app/search.ts'
import { Entrance } from '../../ui/entrance/entrance.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { DemonstrationList } from './demonstration-list.tsx'
import { type Stage, Steps } from './steps.tsx'
import { signInTexts as texts } from './texts.ts'
import './sign-in.css'

/** The way in: by password, by OpenID Connect, or as one of the demonstration's persons. */
export default function SignInPage() {
  const t = useText()
  const found = useRoute(getSignIn, {}, { staleTime: 0 })
  if (found.data) return <SignIn key={found.data.session?.next ?? 'start'} state={found.data} />
  return (
    <Entrance title={t(texts.title)} district={null}>
      {found.error ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton label={t(texts.loading)} lines={4} />
      )}
    </Entrance>
  )
}

function SignIn({ state }: { readonly state: SignInState }) {
  const [view] = useViewState()
  const [stage, setStage] = useState<Stage>(state.session?.next ?? 'start')
  const [password, setPassword] = useState<string | null>(null)
  const to = returnPath(view.to)
  // The page is left whole: nothing that the last person read stays in memory.
  const enter = () => location.replace(to)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it leaves once
  useEffect(() => {
    if (stage === 'done') enter()
  }, [stage])
  if (stage === 'done') return <Leaving state={state} />
  if (stage === 'start' && state.demonstration && view.with !== 'password') {
    return <Demonstration state={state} onEntered={enter} />
  }
  if (state.setUpNeeded && !state.demonstration && stage === 'start') return <SetUpFirst state={state} />
  return (
    <Form state={state} stage={stage}>
      <Problem code={view.problem} />
      <Steps
        {...{ stage, password }}
        onNext={(next, typed) => {
          if (typed !== undefined) setPassword(typed)
          setStage(next)
        }}
        onOpenId={state.openId ? () => keepReturn(to) : null}
      />
    </Form>
  )
}

/** Signed in: the page asked for is on its way. */
function Leaving({ state }: { readonly state: SignInState }) {
  const t = useText()
  return (
    <Entrance title={t(texts.title)} district={state.district}>
      <Skeleton label={t(texts.loading)} lines={4} />
    </Entrance>
  )
}

/** What the way back from the OpenID provider says went wrong. */
function Problem({ code }: { readonly code: string | undefined }) {
  if (!code || !(code in refusalCodes)) return null
  const { status, title } = refusalCodes[code as keyof typeof refusalCodes]
  return <FormRefusal error={new RefusedError(status, { code, message: title, refusals: [] })} />
}

function Form({
  state,
  stage,
  children,
}: {
  readonly state: SignInState
  readonly stage: Exclude<Stage, 'done'>
  readonly children: React.ReactNode
}) {
  const t = useText()
  const name = state.session?.name ?? ''
  const heads = {
    start: [t(texts.title), t(texts.lead)],
    secondFactor: [name ? t(texts.secondTitle, { name }) : t(texts.secondTitleBare), t(texts.secondLead)],
    enrolSecondFactor: [t(texts.enrolTitle), t(texts.enrolLead)],
    changePassword: [t(texts.expiredTitle), t(texts.expiredLead)],
  } as const
  const [title, lead] = heads[stage]
  return (
    <Entrance title={title} lead={lead} district={state.district}>
      {children}
      <div className="entrance-foot">
        {stage === 'start' ? <p>{t(texts.forgotten)}</p> : <StartAgain />}
        {stage === 'start' && state.demonstration ? <With password={false} /> : null}
      </div>
    </Entrance>
  )
}

function StartAgain() {
  const t = useText()
  const leave = async () => {
    await call(signOut, {})
    await queryClient.invalidateQueries({ queryKey: [getSignIn.name] })
    location.reload()
  }
  return (
    <button type="button" className="link-button" onClick={() => void leave()}>
      {t(texts.otherPerson)}
    </button>
  )
}

function With({ password }: { readonly password: boolean }) {
  const t = useText()
  const [, change] = useViewState()
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => void change({ with: password ? 'password' : undefined })}
    >
      {t(password ? texts.withPassword : texts.toDemonstration)}
    </button>
  )
}

function Demonstration({ state, onEntered }: { readonly state: SignInState; readonly onEntered: () => void }) {
  const t = useText()
  return (
    <Entrance title={t(texts.demonstrationTitle)} lead={t(texts.demonstrationLead)} district={state.district} wide>
      <DemonstrationList onEntered={onEntered} />
      <div className="entrance-foot">
        <With password />
      </div>
    </Entrance>
  )
}

function SetUpFirst({ state }: { readonly state: SignInState }) {
  const t = useText()
  return (
    <Entrance title={t(texts.setUpTitle)} lead={t(texts.setUpLead)} district={state.district}>
      <code className="secret-text">npx guatu set-up-link</code>
    </Entrance>
  )
}
