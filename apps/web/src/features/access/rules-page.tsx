import { type AccessRule, type Role, roles } from '@guatu/access'
import { listAccessRules, saveAccessRules } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useMay } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { RoleRules } from './role-rules.tsx'
import { ruleChanges } from './rule-grid.ts'
import { accessTexts, rulesTexts as texts } from './texts.ts'
import '../../forms/forms.css'
import './access.css'

/** The rules of access, for everybody to read; the security administrator revises them with a reason. */
export default function AccessRulesPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  const found = useRoute(listAccessRules, {})
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return (
    <div className="access">
      {found.data ? (
        <Rules key={found.data.version} version={found.data.version} inForce={found.data.rules} />
      ) : (
        <Skeleton label={t(texts.loading)} lines={12} />
      )}
    </div>
  )
}

const roleKeys = Object.keys(roles) as Role[]

interface RulesProps {
  readonly version: string
  readonly inForce: readonly AccessRule[]
}

function Rules({ version, inForce }: RulesProps) {
  const t = useText()
  const may = useMay()
  const [view, change] = useViewState()
  const [draft, setDraft] = useState<readonly AccessRule[] | null>(null)
  const rules = draft ?? inForce
  const shown = roleKeys.filter((role) => !view.role || view.role === role)
  const held = new Set(rules.map(({ role }) => role)).size
  return (
    <>
      <header className="access-head">
        <Sentence>{t(texts.sentence, { count: rules.length, roles: held })}</Sentence>
        <div className="access-picks no-print">
          <select
            className="field-input"
            aria-label={t(texts.role)}
            value={view.role ?? ''}
            onChange={(event) => void change({ role: event.target.value || undefined })}
          >
            <option value="">{t(texts.all)}</option>
            {roleKeys.map((role) => (
              <option key={role} value={role}>
                {t(roles[role])}
              </option>
            ))}
          </select>
          <Link className="button" to="/access">
            {t(accessTexts.toWhy)}
          </Link>
          {may('rule.manage') && !draft ? (
            <button type="button" className="button is-primary" onClick={() => setDraft(inForce)}>
              {t(texts.edit)}
            </button>
          ) : null}
        </div>
      </header>
      {shown.map((role) => (
        <RoleRules key={role} {...{ role, rules }} onRules={draft ? setDraft : null} />
      ))}
      {draft ? <SaveRules {...{ version, inForce, draft }} onDone={() => setDraft(null)} /> : null}
    </>
  )
}

interface SaveRulesProps extends RulesProps {
  readonly draft: readonly AccessRule[]
  readonly onDone: () => void
}

/** What saving will touch, and why it is done: on record with the change. */
function SaveRules({ version, inForce, draft, onDone }: SaveRulesProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const changes = ruleChanges(inForce, draft)
  const still = changes.added + changes.removed + changes.changed === 0
  const save = async () => {
    try {
      const body = {
        version,
        rules: draft.map((rule) => ({ ...rule, phases: [...rule.phases] })),
        reason: reason.trim(),
      }
      await call(saveAccessRules, { body })
      toast({ text: t(texts.saved) })
      onDone()
      await refresh()
    } catch (fault) {
      setError(fault)
    }
  }
  return (
    <div className="access-bar no-print">
      <p role="status">{still ? t(texts.unchanged) : t(texts.touch, { ...changes })}</p>
      <input
        className="field-input"
        aria-label={t(texts.reason)}
        placeholder={`${t(texts.reason)}：${t(texts.reasonHint)}`}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="button" className="button" onClick={onDone}>
        {t(texts.reset)}
      </button>
      <button
        type="button"
        className="button is-primary"
        disabled={still || reason.trim() === ''}
        onClick={() => void save()}
      >
        {t(texts.save)}
      </button>
      <FormRefusal error={error} />
    </div>
  )
}
