import type { PartialDate } from '@guatu/kernel'
import type { Field } from '@guatu/playbook'
import { useQuery } from '@tanstack/react-query'
import { type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { sessionQuery, useSession } from '../api/session.tsx'
import { type Entry, typedOf } from '../forms/entry.ts'
import { FieldRow } from '../forms/field-row.tsx'
import { useFieldContext } from '../forms/use-field-context.ts'
import { instantOf, momentOf, useAsOf, useGoAsOf, usualDays } from './as-of.ts'
import { asOfTexts } from './as-of-texts.ts'
import { useText } from './language.ts'
import { closeOverlay, useOverlay } from './overlay.ts'

const dayField: Field = { kind: 'date', title: asOfTexts.day, group: 'asOf', end: 'finish' }

/** Asks for a moment; opened from the header, from the person's menu and by the palette. */
export function AsOfDialog() {
  return useOverlay() === 'asOf' ? <Opened /> : null
}

/** The day and the time that the address holds already, to be typed on. */
function startFrom(asOf: string | undefined, yesterday: string): { readonly day: string; readonly time: string } {
  const [day = yesterday, rest = ''] = asOf?.split('T') ?? []
  return { day, time: rest.slice(0, 5) }
}

function useChoice() {
  const asOf = useAsOf()
  const go = useGoAsOf()
  // The session of the screens stands for the day that is read; moments are chosen from the day that it is.
  const { data: session } = useQuery(sessionQuery)
  const shown = useSession()
  const { today } = session ?? shown
  const context = useFieldContext()
  const start = startFrom(asOf, usualDays(today)[0]?.day ?? today)
  const [entry, setEntry] = useState<Entry>({ text: start.day })
  const [time, setTime] = useState(start.time)
  const typed = typedOf(dayField, entry, context)
  const moment = typed.kind === 'value' ? momentOf((typed.value as PartialDate).date, time) : null
  const instant = moment && instantOf(moment)
  const timeWrong = typed.kind === 'value' && moment === null
  // The end of today is yet to come, yet today is a day that can be read: as of now.
  const future = moment !== null && moment !== today && instant !== null && Date.parse(instant) > Date.now()
  const show = (chosen: string) => {
    closeOverlay()
    go(chosen)
  }
  return { today, context, entry, setEntry, time, setTime, moment, timeWrong, future, show }
}

function Opened() {
  const t = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const { today, context, entry, setEntry, time, setTime, moment, timeWrong, future, show } = useChoice()
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (moment !== null && !future) show(moment)
  }
  return (
    <dialog ref={dialog} className="as-of-dialog" aria-labelledby={`${id}-title`} onClose={closeOverlay}>
      <form onSubmit={submit} noValidate>
        <h2 id={`${id}-title`}>{t(asOfTexts.title)}</h2>
        <p>{t(asOfTexts.explain)}</p>
        <div className="as-of-usual">
          {usualDays(today).map(({ key, day }) => (
            <button key={key} type="button" className="button" onClick={() => show(day)}>
              {t(asOfTexts[key])}
            </button>
          ))}
        </div>
        <FieldRow
          {...{ field: dayField, entry, context }}
          onEntry={setEntry}
          refusals={future ? [asOfTexts.future] : []}
          autoFocus
        />
        <div className="field-row as-of-time">
          <label htmlFor={`${id}-time`}>{t(asOfTexts.time)}</label>
          <input
            id={`${id}-time`}
            className="field-input"
            value={time}
            inputMode="numeric"
            aria-describedby={`${id}-time-note`}
            aria-invalid={timeWrong || undefined}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
          <div id={`${id}-time-note`} className="field-note">
            <span className={timeWrong ? 'field-fault' : ''}>
              {t(timeWrong ? asOfTexts.timeWrong : asOfTexts.timeHint)}
            </span>
          </div>
        </div>
        <footer>
          <button type="button" className="button" onClick={closeOverlay}>
            {t(asOfTexts.cancel)}
          </button>
          <button type="submit" className="button is-primary" disabled={moment === null || future}>
            {t(asOfTexts.show)}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
