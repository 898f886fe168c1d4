import { createItem, listItems } from '@guatu/contract'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { messageOf, RefusedError } from '../../../api/refused.ts'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { toast } from '../../../ui/toast.tsx'
import { ledgerTexts } from '../texts.ts'
import type { LedgerView } from '../view/use-ledger-view.ts'
import { CreateFields } from './create-fields.tsx'
import { type Draft, emptyDraft, storeDraft, storedDraft, valuesOf } from './draft.ts'

interface CreateDialogProps {
  readonly view: LedgerView
  readonly context: FieldContext
  readonly onClose: () => void
}

/** A further item. What is typed is kept as a draft with every keystroke, until it is on the list or thrown away. */
export default function CreateDialog({ view, context, onClose }: CreateDialogProps) {
  const t = useText()
  const { playbook } = view
  const dialog = useRef<HTMLDialogElement>(null)
  const [draft, setDraft] = useState<Draft>(() => storedDraft(playbook))
  const [tried, setTried] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const done = useCreated(view, onClose)
  useEffect(() => dialog.current?.showModal(), [])
  const change = (next: Draft) => {
    setDraft(next)
    setError(null)
    storeDraft(playbook, next)
  }
  const { values, wrong } = valuesOf(playbook, draft.entries, context)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.length > 0) {
      dialog.current?.querySelector<HTMLElement>(`[data-field="${wrong[0]}"] .field-input`)?.focus()
      return
    }
    setSending(true)
    try {
      const { itemId } = await call(createItem, {
        body: { playbook: playbook.key, stage: draft.stage, fields: values },
      })
      storeDraft(playbook, null)
      done(itemId, String(values[playbook.roles.title ?? ''] ?? ''))
    } catch (reason) {
      setError(reason)
    } finally {
      setSending(false)
    }
  }
  return (
    <dialog ref={dialog} className="create-dialog" onClose={onClose} aria-labelledby="create-title">
      <form onSubmit={submit} noValidate>
        <Head item={t(playbook.itemTitle)} onClose={onClose} />
        <CreateFields
          {...{ playbook, context, draft }}
          refusals={refusalsOf(error)}
          wrong={tried ? wrong : []}
          onDraft={change}
        />
        <footer>
          <span className="panel-hint">{t(ledgerTexts.draftKept)}</span>
          <Faults count={tried ? wrong.length : 0} error={error} />
          <button type="button" className="button" onClick={() => change(emptyDraft(playbook))}>
            {t(ledgerTexts.draftDrop)}
          </button>
          <button type="submit" className="button is-primary" disabled={sending}>
            {t(ledgerTexts.createNow)}
          </button>
        </footer>
      </form>
    </dialog>
  )
}

function Head({ item, onClose }: { readonly item: string; readonly onClose: () => void }) {
  const t = useText()
  return (
    <header>
      <h2 id="create-title">{t(ledgerTexts.formTitle, { item })}</h2>
      <button type="button" className="button" onClick={onClose}>
        {t(ledgerTexts.close)}
      </button>
    </header>
  )
}

const refusalsOf = (error: unknown) => (error instanceof RefusedError ? error.reply.refusals : [])

function Faults({ count, error }: { readonly count: number; readonly error: unknown }) {
  const t = useText()
  return (
    <>
      {count > 0 ? <strong className="field-fault">{t(ledgerTexts.fieldsWrong, { count })}</strong> : null}
      {error ? (
        <strong className="field-fault" role="alert">
          {t(messageOf(error))}
        </strong>
      ) : null}
    </>
  )
}

function useCreated(view: LedgerView, onClose: () => void) {
  const t = useText()
  const navigate = useNavigate()
  return (itemId: string, title: string) => {
    void refresh(listItems)
    toast({ text: t(ledgerTexts.created, { title }) })
    onClose()
    if (view.query.filter || view.query.q) return
    void navigate({ to: '/item/$itemId', params: { itemId } })
  }
}
