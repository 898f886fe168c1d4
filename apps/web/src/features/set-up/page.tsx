import { completeSetUp, getSignIn, openSetUp, type SetUpReply } from '@guatu/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { useRoute } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { CredentialForm } from '../../ui/credentials/credential-form.tsx'
import { TextField } from '../../ui/credentials/text-field.tsx'
import { Entrance } from '../../ui/entrance/entrance.tsx'
import { isLinkGone, linkToken } from '../../ui/entrance/link-token.ts'
import { instantText } from '../../ui/format.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { InvitationSlips } from './invitation-slips.tsx'
import { type AdministratorRole, administratorRoles, type Names, namesakes } from './names.ts'
import { setUpTexts as texts } from './texts.ts'
import './set-up.css'

/** The first thing that anybody does here: the one-time link of the server's terminal, and three names. */
export default function SetUpPage() {
  const t = useText()
  const [token] = useState(linkToken)
  const [done, setDone] = useState<SetUpReply | null>(null)
  const looked = useQuery({
    queryKey: [openSetUp.name, token],
    queryFn: () => call(openSetUp, { body: { token } }),
    enabled: token !== '' && done === null,
  })
  const house = useRoute(getSignIn, {})
  const district = house.data?.district ?? null
  if (done) return <InvitationSlips reply={done} district={district} />
  if (token === '' || isLinkGone(looked.error)) {
    return (
      <Entrance title={t(texts.linkGone)} lead={t(texts.linkGoneLead)} district={district}>
        <code className="secret-text">npx guatu set-up-link</code>
      </Entrance>
    )
  }
  return (
    <Entrance title={t(texts.title)} lead={t(texts.lead)} district={district}>
      {looked.data ? (
        <NamesForm token={token} expiresAt={looked.data.expiresAt} onDone={setDone} />
      ) : looked.error ? (
        <ErrorState error={looked.error} onRetry={() => void looked.refetch()} />
      ) : (
        <Skeleton label={t(texts.loading)} lines={6} />
      )}
    </Entrance>
  )
}

interface NamesFormProps {
  readonly token: string
  readonly expiresAt: string
  readonly onDone: (reply: SetUpReply) => void
}

function NamesForm({ token, expiresAt, onDone }: NamesFormProps) {
  const t = useText()
  const language = useLanguage()
  const [names, setNames] = useState<Names>({ systemAdmin: '', securityAdmin: '', auditAdmin: '' })
  const sending = useMutation({
    mutationFn: () => {
      const named = (role: AdministratorRole) => ({ name: names[role].trim() })
      const { systemAdmin, securityAdmin, auditAdmin } = {
        systemAdmin: named('systemAdmin'),
        securityAdmin: named('securityAdmin'),
        auditAdmin: named('auditAdmin'),
      }
      return call(completeSetUp, { body: { token, systemAdmin, securityAdmin, auditAdmin } })
    },
    onSuccess: onDone,
  })
  const same = namesakes(names)
  const whole = administratorRoles.every((role) => names[role].trim() !== '') && same.length === 0
  return (
    <CredentialForm
      sending={sending}
      ready={whole}
      submit={t(texts.submit)}
      onSend={() => sending.mutate()}
      below={<p className="entrance-links">{t(texts.validUntil, { until: instantText(expiresAt, language) })}</p>}
    >
      {administratorRoles.map((role, index) => (
        <TextField
          key={role}
          label={`${t(texts[role])} · ${t(texts.personName)}`}
          value={names[role]}
          onValue={(name) => setNames({ ...names, [role]: name })}
          maxLength={40}
          autoComplete="off"
          autoFocus={index === 0}
          note={<span>{t(texts[`${role}Does`])}</span>}
          faults={same.includes(role) ? [t(texts.same)] : []}
        />
      ))}
    </CredentialForm>
  )
}
