import { getSignIn, type Invitation, openInvitation, type SignInStep } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import Enrolment from '../../ui/credentials/enrolment.tsx'
import { Entrance } from '../../ui/entrance/entrance.tsx'
import { isLinkGone, linkToken } from '../../ui/entrance/link-token.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { AccountForm } from './account-form.tsx'
import { invitationTexts as texts } from './texts.ts'

/** Where a one-time link leads: user name and password, the second factor where it is needed, and in. */
export default function InvitationPage() {
  const t = useText()
  const [token] = useState(linkToken)
  const house = useRoute(getSignIn, {})
  const looked = useQuery({
    queryKey: [openInvitation.name, token],
    queryFn: () => call(openInvitation, { body: { token } }),
    enabled: token !== '',
    // The link is used up on the way: asking again would show it as gone.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const district = house.data?.district ?? null
  if (token === '' || isLinkGone(looked.error)) {
    return (
      <Entrance title={t(texts.gone)} lead={t(texts.goneLead)} district={district}>
        <div className="entrance-form">
          <a className="button is-primary" href="/sign-in">
            {t(texts.toSignIn)}
          </a>
        </div>
      </Entrance>
    )
  }
  if (looked.data) return <Opened token={token} invitation={looked.data} district={district} />
  return (
    <Entrance title={t(texts.loading)} district={district}>
      {looked.error ? (
        <ErrorState error={looked.error} onRetry={() => void looked.refetch()} />
      ) : (
        <Skeleton label={t(texts.loading)} lines={6} />
      )}
    </Entrance>
  )
}

interface OpenedProps {
  readonly token: string
  readonly invitation: Invitation
  readonly district: { readonly shortName: string } | null
}

function Opened({ token, invitation, district }: OpenedProps) {
  const t = useText()
  const [step, setStep] = useState<{ readonly next: SignInStep; readonly password: string } | null>(null)
  const { name, post, userName } = invitation
  const enter = () => location.replace('/')
  if (step) {
    return (
      <Entrance title={t(texts.enrolTitle)} lead={t(texts.enrolLead)} district={district}>
        <Enrolment password={step.password} onDone={enter} />
      </Entrance>
    )
  }
  const title = t(userName ? texts.resetTitle : texts.title, { name })
  const lead = userName ? t(texts.resetLead, { userName }) : post ? t(texts.leadPost, { post }) : t(texts.lead)
  return (
    <Entrance title={title} lead={lead} district={district}>
      <AccountForm
        token={token}
        invitation={invitation}
        onNext={(next, password) => (next === 'enrolSecondFactor' ? setStep({ next, password }) : enter())}
      />
    </Entrance>
  )
}
