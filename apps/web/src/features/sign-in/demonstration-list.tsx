import type { Role } from '@guatu/access'
import { roles } from '@guatu/access'
import { type DemonstrationPersons, enterDemonstration, listDemonstrationPersons } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { roleViews, signInTexts as texts } from './texts.ts'

type Person = DemonstrationPersons[number]

const isRole = (role: string): role is Role => role in roles

/** The demonstration's persons by role, each with what the role sees; one click enters. */
export function DemonstrationList({ onEntered }: { readonly onEntered: () => void }) {
  const t = useText()
  const found = useRoute(listDemonstrationPersons, {})
  const entering = useMutation({
    mutationFn: ({ personId }: Person) => call(enterDemonstration, { body: { personId } }),
    onSuccess: onEntered,
  })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={12} />
  return (
    <>
      <ul className="who">
        {found.data.persons.map((person) => (
          <li key={person.personId}>
            <PersonLine person={person} busy={entering.isPending} onEnter={() => entering.mutate(person)} />
          </li>
        ))}
      </ul>
      <FormRefusal error={entering.error} />
    </>
  )
}

interface PersonLineProps {
  readonly person: Person
  readonly busy: boolean
  readonly onEnter: () => void
}

function PersonLine({ person, busy, onEnter }: PersonLineProps) {
  const t = useText()
  const role = isRole(person.role) ? person.role : null
  return (
    <button type="button" className="who-line" disabled={busy} onClick={onEnter}>
      <span className="who-role">{role ? t(roles[role]) : person.role}</span>
      <span className="who-post">
        {person.org} {person.post} <span className="who-name">{person.name}</span>
      </span>
      <span className="who-view">{role ? t(roleViews[role]) : ''}</span>
    </button>
  )
}
