import { advanceItem, type ItemReply, type MoveReply } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { RefusedError } from '../../../api/refused.ts'
import { useText } from '../../../app/language.ts'
import { FieldRow } from '../../../forms/field-row.tsx'
import { formTexts } from '../../../forms/texts.ts'
import { useFieldContext } from '../../../forms/use-field-context.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import { askedFields, moveDraft, startMove } from './move-form.ts'
import { loopTexts as texts } from './texts.ts'
import '../../../forms/forms.css'

interface MoveDialogProps {
  readonly reply: ItemReply
  readonly playbook: Playbook
  readonly move: MoveReply
  readonly onClose: () => void
}

/** The form of one move: what it asks for, why, and all that is missing, shown as soon as it opens. */
export function MoveDialog({ reply, playbook, move, onClose }: MoveDialogProps) {
  const t = useText()
  const context = useFieldContext()
  const dialog = useRef<HTMLDialogElement>(null)
  const [entries, setEntries] = useState(() => startMove(playbook, move, reply.item.fields, context))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const draft = moveDraft(playbook, move, entries, reply.item.fields, context)
  const lacksReason = move.reason && reason.trim() === ''
  const make = useMove(reply, move, onClose)
  const faults = faultsByField(make.error)
  const asked = askedFields(playbook, move)
  const faultsOf = (key: string): readonly Title[] => [
    ...(tried && draft.wrong.includes(key) && !entries[key]?.text ? [formTexts.required] : []),
    ...(faults.get(key) ?? []),
  ]
  return (
    <dialog ref={dialog} className="project-editor" aria-label={t(move.title)} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (draft.wrong.length === 0 && !lacksReason) make.mutate({ fields: draft.fields, reason: reason.trim() })
        }}
      >
        <h2>{t(move.title)}</h2>
        <Missing move={move} />
        <div className="project-editor-fields">
          {asked.map(([key, field], index) => (
            <FieldRow
              key={key}
              field={field}
              entry={entries[key] ?? { text: '' }}
              context={context}
              autoFocus={index === 0}
              {...(move.asks.some((ask) => ask.field === key && ask.missing) ? { mark: t(texts.required) } : {})}
              refusals={faultsOf(key)}
              onEntry={(entry) => setEntries({ ...entries, [key]: entry })}
            />
          ))}
        </div>
        {move.reason ? (
          <Reason text={reason} onText={setReason} isMissing={tried && lacksReason} autoFocus={asked.length === 0} />
        ) : null}
        {make.error ? <ErrorState error={make.error} /> : null}
        <div className="project-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t(texts.cancel)}
          </button>
          <button type="submit" className="button is-primary" disabled={make.isPending}>
            {t(move.title)}
          </button>
        </div>
      </form>
    </dialog>
  )
}

/** What no field of this form can mend. */
function Missing({ move }: { readonly move: MoveReply }) {
  const t = useText()
  if (move.missing.length === 0) return null
  return (
    <div className="loop-missing">
      <p>{t(texts.alsoMissing)}</p>
      <ul>
        {move.missing.map(({ path, text }) => (
          <li key={path}>{t(text)}</li>
        ))}
      </ul>
    </div>
  )
}

interface ReasonProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly isMissing: boolean
  readonly autoFocus: boolean
}

function Reason({ text, onText, isMissing, autoFocus }: ReasonProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="field-row is-wide">
      <label htmlFor={id}>
        {t(texts.reason)}
        <span className="field-mark">{t(texts.required)}</span>
      </label>
      <textarea
        id={id}
        className="field-input"
        rows={2}
        maxLength={500}
        value={text}
        aria-invalid={isMissing}
        aria-describedby={`${id}-note`}
        // biome-ignore lint/a11y/noAutofocus: the one thing that the dialog was opened to say
        autoFocus={autoFocus}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <div id={`${id}-note`} className="field-note">
        {isMissing ? <span className="field-fault">{t(texts.reasonMissing)}</span> : <span>{t(texts.reasonHint)}</span>}
      </div>
    </div>
  )
}

function faultsByField(error: unknown): ReadonlyMap<string, readonly Title[]> {
  const byField = new Map<string, Title[]>()
  if (!(error instanceof RefusedError)) return byField
  for (const { path, message } of error.reply.refusals)
    if (path) byField.set(path, [...(byField.get(path) ?? []), message])
  return byField
}

interface Sent {
  readonly fields: Record<string, unknown>
  readonly reason: string
}

function useMove({ item }: ItemReply, move: MoveReply, onDone: () => void) {
  const t = useText()
  return useMutation({
    mutationFn: ({ fields, reason }: Sent) =>
      call(advanceItem, {
        params: { itemId: item.itemId },
        body: {
          revision: item.revision,
          to: move.to,
          move: move.key,
          ...(Object.keys(fields).length > 0 ? { fields } : {}),
          ...(reason ? { reason } : {}),
        },
      }),
    onSuccess: async () => {
      toast({ text: t(texts.moved, { move: t(move.title) }) })
      onDone()
      await refresh()
    },
    onError: (error) => {
      // The stored record is read again, so that a second try carries its revision; what was typed stays.
      if (error instanceof RefusedError && error.reply.code === 'REVISION_STALE') void refresh()
    },
  })
}
