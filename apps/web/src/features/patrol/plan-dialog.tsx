import { planVisits } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { type Entry, typedOf } from '../../forms/entry.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { dayText } from '../../ui/format.ts'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { patrolTexts as texts } from './texts.ts'
import { planDays } from './view.ts'
import '../../forms/item-dialog.css'

interface PlanProps {
  readonly playbook: Playbook
  readonly onClose: () => void
}

const empty: Entry = { text: '' }

/** Which leader goes to which town, how often and until when: the visits of the plan, shown before they are put down. */
export function PlanDialog({ playbook, onClose }: PlanProps) {
  const t = useText()
  const language = useLanguage()
  const context = useFieldContext()
  const { today, areas } = useSession()
  const dialog = useRef<HTMLDialogElement>(null)
  const [visitor, setVisitor] = useState(empty)
  const [town, setTown] = useState(empty)
  const [span, setSpan] = useState({ from: today, until: `${today.slice(0, 4)}-12-31`, every: '2' })
  useEffect(() => dialog.current?.showModal(), [])
  const { visitor: visitorField, area: townField } = playbook.fields
  const making = useMutation({
    mutationFn: (visits: { title: string; visitorId: string; areaCode: string; plannedOn: string }[]) =>
      call(planVisits, { body: { playbook: playbook.key, visits } }),
    onSuccess: async ({ created }) => {
      toast({ text: t(texts.planned, { count: created }) })
      onClose()
      await refresh()
    },
  })
  if (!visitorField || !townField) return null
  const [who, where] = [typedOf(visitorField, visitor, context), typedOf(townField, town, context)]
  const days = planDays(span.from, span.until, Number(span.every))
  const visits =
    who.kind === 'value' && where.kind === 'value'
      ? days.map((plannedOn) => {
          const areaCode = String(where.value)
          const area = areas.find(({ code }) => code === areaCode)?.name ?? areaCode
          return { title: t(texts.visitTitle, { area }), visitorId: String(who.value), areaCode, plannedOn }
        })
      : []
  const date = (key: 'from' | 'until', label: string) => (
    <label className="field-row">
      <span>{label}</span>
      <input
        type="date"
        className="field-input"
        value={span[key]}
        onChange={(event) => setSpan({ ...span, [key]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <dialog ref={dialog} className="item-dialog" aria-label={t(texts.plan)} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (visits.length > 0) making.mutate(visits)
        }}
      >
        <h2>{t(texts.plan)}</h2>
        <div className="item-dialog-fields">
          <FieldRow field={visitorField} entry={visitor} context={context} onEntry={setVisitor} />
          <FieldRow field={townField} entry={town} context={context} onEntry={setTown} />
          {date('from', t(texts.from))}
          {date('until', t(texts.until))}
          <label className="field-row">
            <span>{t(texts.every)}</span>
            <input
              type="number"
              min={1}
              max={26}
              className="field-input"
              value={span.every}
              onChange={(event) => setSpan({ ...span, every: event.currentTarget.value })}
            />
          </label>
        </div>
        <p className="patrol-muted">
          {t(texts.willPlan, { dates: days.map((day) => dayText(day, { language, today })).join('、') })}
        </p>
        {making.error ? <ErrorState error={making.error} /> : null}
        <div className="item-dialog-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t(texts.cancel)}
          </button>
          <button type="submit" className="button is-primary" disabled={making.isPending || visits.length === 0}>
            {t(texts.planAct, { count: visits.length })}
          </button>
        </div>
      </form>
    </dialog>
  )
}
