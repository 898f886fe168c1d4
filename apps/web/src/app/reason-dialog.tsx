import { useEffect, useId, useRef, useState } from 'react'
import { type ReasonQuestion, useReasonQuestion } from '../api/reason.ts'
import { useText } from './language.ts'
import '../forms/forms.css'
import './reason-dialog.css'
import { reasonTexts } from './reason-texts.ts'

/** Places named at most; a pasted block may correct hundreds of figures for one reason. */
const mostNamed = 6
const longestReason = 500

/** Asks why, where the server needs to know before it writes: one reason for all that was sent at once. */
export function ReasonDialog() {
  const question = useReasonQuestion()
  // Another question starts with an empty field.
  return question ? <Asked key={question.refusals.map(({ path }) => path).join()} question={question} /> : null
}

function Asked({ question }: { readonly question: ReasonQuestion }) {
  const t = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  const named = question.refusals.slice(0, mostNamed)
  const more = question.refusals.length - named.length
  return (
    <dialog
      ref={dialog}
      className="reason-dialog"
      aria-labelledby={`${id}-title`}
      onCancel={() => question.answer(null)}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim()) question.answer(reason.trim())
        }}
      >
        <h2 id={`${id}-title`}>{t(reasonTexts.title)}</h2>
        <ul>
          {named.map(({ path, message }) => (
            <li key={`${path}${message.zh}`}>{t(message)}</li>
          ))}
          {more > 0 ? <li>{t(reasonTexts.more, { count: more })}</li> : null}
        </ul>
        <label htmlFor={`${id}-reason`}>{t(reasonTexts.reason)}</label>
        <textarea
          id={`${id}-reason`}
          className="field-input"
          rows={3}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className="reason-usual">
          {reasonTexts.usual.map((text) => (
            <button key={text.zh} type="button" className="button" onClick={() => setReason(t(text))}>
              {t(text)}
            </button>
          ))}
        </div>
        <footer>
          <button type="button" className="button" onClick={() => question.answer(null)}>
            {t(reasonTexts.cancel)}
          </button>
          <button type="submit" className="button is-primary" disabled={!reason.trim()}>
            {t(reasonTexts.save)}
          </button>
        </footer>
      </form>
    </dialog>
  )
}
