import type { DistrictPlanReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useParams } from '@tanstack/react-router'
import { type KeyboardEvent, useCallback } from 'react'
import { usePlaybook } from '../../api/playbook.ts'
import { useMay, useSession } from '../../api/session.tsx'
import { isTyping } from '../../app/keys.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { HoursPart } from './hours-part.tsx'
import { LampsPart } from './lamps-part.tsx'
import { NodesPart } from './nodes-part.tsx'
import { longestWorkdays } from './plan-changes.ts'
import { SaveBar } from './save-bar.tsx'
import { StagesPart } from './stages-part.tsx'
import { rulesTexts } from './texts.ts'
import { usePlanEditing, usePlanInForce } from './use-plan.ts'
import './rules.css'

/** The rules that everybody is judged by, published to all; the district sets its nodes and thresholds here. */
export default function RulesPage() {
  const t = useText()
  const playbook = usePlaybook(useParams({ from: '/rules/$playbook' }).playbook)
  const plan = usePlanInForce(playbook)
  usePageTitle(t(rulesTexts.pageTitle, { list: t(playbook.title) }))
  if (plan.data) return <Rules key={playbook.key} playbook={playbook} reply={plan.data} />
  return (
    <div className="rules">
      {plan.error ? (
        <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
      ) : (
        <Skeleton label={t(rulesTexts.loading)} lines={12} />
      )}
    </div>
  )
}

function Rules({ playbook, reply }: { readonly playbook: Playbook; readonly reply: DistrictPlanReply }) {
  const t = useText()
  const [state, setState] = useViewState()
  const editing = usePlanEditing(playbook, reply)
  const may = useMay()
  const open = state.edit === '1' && may('list.configure')
  const { plan } = editing.draft
  const items = useSession().playbooks.find(({ key }) => key === playbook.key)?.itemCount ?? 0
  const setOpen = useCallback((on: boolean) => void setState({ edit: on ? '1' : undefined }), [setState])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
    const letter = event.key.toLowerCase()
    if (letter === 'z') (event.shiftKey ? editing.redo : editing.undo)()
    else if (letter === 'y') editing.redo()
    else return
    event.preventDefault()
  }
  const onPlan = open ? editing.change : null
  const counts = {
    stages: playbook.stages.length,
    gates: playbook.gates.length,
    nodes: plan.nodes.length,
    rules: playbook.lamps.rules.length,
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: undo works wherever on the page one is
    <div className="rules" onKeyDown={onKeyDown}>
      <header className="rules-head">
        <div>
          <Sentence>{t(rulesTexts.sentence, counts)}</Sentence>
          <p className="rules-muted">
            {editing.reply.edited ? t(rulesTexts.edited, { revision: editing.reply.revision }) : t(rulesTexts.shipped)}
            {t(rulesTexts.longest, { days: longestWorkdays(plan) })}
          </p>
        </div>
        {open || !may('list.configure') ? null : (
          <button type="button" className="button is-primary no-print" onClick={() => setOpen(true)}>
            {t(rulesTexts.edit)}
          </button>
        )}
      </header>
      <LampsPart {...{ playbook, plan, onPlan }} />
      <HoursPart open={open} />
      <NodesPart {...{ playbook, plan, onPlan }} faults={editing.faults} />
      <StagesPart {...{ playbook, plan }} />
      {open ? <SaveBar {...{ editing, items }} onDone={() => setOpen(false)} /> : null}
    </div>
  )
}
