import { planVisits } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { type Entry, typedOf } from '../../forms/entry.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { DialogButtons } from '../../forms/item-dialog.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { dayText } from '../../ui/format.ts'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { patrolTexts as texts } from './texts.ts'
import { planDays } from './view.ts'

interface PlanProps {
  readonly playbook: Playbook
  readonly onClose: () => void
}

const empty: Entry = { text: '' }

interface Span {
  readonly from: string
  readonly until: string
  readonly every: string
}

/** The visits that the form comes to, none while it is not filled in. */
function useVisits({ fields }: Playbook, visitor: Entry, town: Entry, span: Span) {
  const t = useText()
  const context = useFieldContext()
  const { visitor: visitorField, area: townField } = fields
  const who = visitorField && typedOf(visitorField, visitor, context)
  const where = townField && typedOf(townField, town, context)
  const days = planDays(span.from, span.until, Number(span.every))
  if (who?.kind !== 'value' || where?.kind !== 'value') return { days, visits: [] }
  const [visitorId, areaCode] = [String(who.value), String(where.value)]
  const area = context.areas.find(({ code }) => code === areaCode)?.name ?? areaCode
  const visits = days.map((plannedOn) => ({ title: t(texts.visitTitle, { area }), visitorId, areaCode, plannedOn }))
  return { days, visits }
}

type Visits = ReturnType<typeof useVisits>['visits']

function usePlanning({ playbook, onClose }: PlanProps) {
  const t = useText()
  return useMutation({
    mutationFn: (visits: Visits) => call(planVisits, { body: { playbook: playbook.key, visits } }),
    onSuccess: async ({ created }) => {
      toast({ text: t(texts.planned, { count: created }) })
      onClose()
      await refresh()
    },
  })
}

/** Which leader goes to which town, how often and until when: the visits of the plan, shown before they are put down. */
export function PlanDialog(props: PlanProps) {
  const t = useText()
  const language = useLanguage()
  const context = useFieldContext()
  const { playbook, onClose } = props
  const { today } = context
  const dialog = useRef<HTMLDialogElement>(null)
  const [visitor, setVisitor] = useState(empty)
  const [town, setTown] = useState(empty)
  const [span, setSpan] = useState<Span>({ from: today, until: `${today.slice(0, 4)}-12-31`, every: '2' })
  useEffect(() => dialog.current?.showModal(), [])
  const { visitor: visitorField, area: townField } = playbook.fields
  const { days, visits } = useVisits(playbook, visitor, town, span)
  const making = usePlanning(props)
  if (!visitorField || !townField) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (visits.length > 0) making.mutate(visits)
  }
  return (
    <dialog ref={dialog} className="item-dialog" aria-label={t(texts.plan)} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <h2>{t(texts.plan)}</h2>
        <div className="item-dialog-fields">
          <FieldRow field={visitorField} entry={visitor} context={context} onEntry={setVisitor} />
          <FieldRow field={townField} entry={town} context={context} onEntry={setTown} />
          <SpanFields span={span} onSpan={setSpan} />
        </div>
        <p className="patrol-muted">{days.map((day) => dayText(day, { language, today })).join('、')}</p>
        {making.error ? <ErrorState error={making.error} /> : null}
        <DialogButtons
          act={t(texts.planAct, { count: visits.length })}
          isBusy={making.isPending || visits.length === 0}
          onClose={onClose}
        />
      </form>
    </dialog>
  )
}

/** From when, until when, every how many weeks. */
function SpanFields({ span, onSpan }: { readonly span: Span; readonly onSpan: (span: Span) => void }) {
  const t = useText()
  const input = (key: keyof Span, label: string, type: 'date' | 'number') => (
    <label className="field-row">
      <span>{label}</span>
      <input
        type={type}
        className="field-input"
        value={span[key]}
        {...(type === 'number' ? { min: 1, max: 26 } : {})}
        onChange={(event) => onSpan({ ...span, [key]: event.currentTarget.value })}
      />
    </label>
  )
  return (
    <>
      {input('from', t(texts.from), 'date')}
      {input('until', t(texts.until), 'date')}
      {input('every', t(texts.every), 'number')}
    </>
  )
}
