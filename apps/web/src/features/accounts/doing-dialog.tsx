import {
  type AccountEntry,
  closeAccount,
  inviteAccount,
  listAccounts,
  reopenAccount,
  resetCredentials,
} from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { CopyButton } from '../../ui/credentials/copy-button.tsx'
import { QrCode } from '../../ui/credentials/qr-code.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { instantText } from '../../ui/format.ts'
import { toast } from '../../ui/toast.tsx'
import { useOnce } from '../../ui/use-once.ts'
import type { AccountAct } from './selection.ts'
import { accountsTexts as texts } from './texts.ts'
import '../../ui/credentials/credentials.css'

export interface Doing {
  readonly act: Exclude<AccountAct, 'unlock' | 'endSessions'>
  readonly account: AccountEntry
}

interface Link {
  readonly link: string
  readonly expiresAt: string
}

/** Null where the act answers no link. */
async function perform({ act, account }: Doing, reason: string): Promise<Link | null> {
  const params = { personId: account.personId }
  switch (act) {
    case 'invite':
      return await call(inviteAccount, { params })
    case 'reset':
      return await call(resetCredentials, { params, body: { reason } })
    case 'close':
      await call(closeAccount, { params, body: { reason } })
      return null
    case 'reopen':
      await call(reopenAccount, { params, body: { reason } })
      return null
  }
}

const touches = { close: texts.closeTouches, reopen: texts.reopenTouches, reset: texts.resetTouches } as const

interface DoingDialogProps {
  readonly doing: Doing
  readonly onClose: () => void
}

/** Asks for the reason, says what the act touches, and shows the one-time link that it answers. */
export function DoingDialog({ doing, onClose }: DoingDialogProps) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const { act, account } = doing
  const { name } = account
  const acting = useMutation({
    mutationFn: (reason: string) => perform(doing, reason),
    onSuccess: (link) => {
      if (link) return
      toast({ text: t(act === 'close' ? texts.closed : texts.reopened, { name }) })
      onClose()
    },
    onSettled: () => refresh(listAccounts),
  })
  useEffect(() => dialog.current?.showModal(), [])
  // A second link would close the one that is shown.
  useOnce(() => {
    if (act === 'invite') acting.mutate('')
  })
  const title = acting.data ? t(texts.linkTitle, { name }) : t(texts.reasonTitle, { act: t(texts[act]), name })
  return (
    <dialog ref={dialog} className="accounts-dialog" aria-labelledby="accounts-dialog-title" onClose={onClose}>
      <h2 id="accounts-dialog-title">{title}</h2>
      {acting.data ? (
        <LinkShown link={acting.data} name={name} onDone={onClose} />
      ) : act === 'invite' ? (
        <FormRefusal error={acting.error} />
      ) : (
        <ReasonForm
          touch={t(touches[act], { count: account.sessions })}
          submit={t(texts[act])}
          acting={acting}
          onCancel={onClose}
        />
      )}
      {act === 'invite' && !acting.data ? (
        <div className="accounts-buttons no-print">
          <button type="button" className="button is-primary" onClick={onClose}>
            {t(texts.done)}
          </button>
        </div>
      ) : null}
    </dialog>
  )
}

interface ReasonFormProps {
  readonly touch: string
  readonly submit: string
  readonly acting: { readonly mutate: (reason: string) => void; readonly error: unknown; readonly isPending: boolean }
  readonly onCancel: () => void
}

function ReasonForm({ touch, submit, acting, onCancel }: ReasonFormProps) {
  const t = useText()
  const [reason, setReason] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        acting.mutate(reason.trim())
      }}
    >
      <p>{touch}</p>
      <label>
        {t(texts.reason)}
        <textarea
          className="field-input is-long"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <FormRefusal error={acting.error} />
      <div className="accounts-buttons">
        <button type="button" className="button" onClick={onCancel}>
          {t(texts.cancel)}
        </button>
        <button type="submit" className="button is-primary" disabled={reason.trim() === '' || acting.isPending}>
          {submit}
        </button>
      </div>
    </form>
  )
}

interface LinkShownProps {
  readonly link: Link
  readonly name: string
  readonly onDone: () => void
}

function LinkShown({ link, name, onDone }: LinkShownProps) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className="accounts-link" role="status">
      <p>{t(texts.linkLead, { until: instantText(link.expiresAt, language) })}</p>
      <QrCode text={link.link} label={t(texts.linkTitle, { name })} />
      <code className="secret-text">{link.link}</code>
      <span className="accounts-buttons no-print">
        <CopyButton text={link.link} label={t(texts.copyLink)} />
        <button type="button" className="button" onClick={() => print()}>
          {t(texts.print)}
        </button>
        <button type="button" className="button is-primary" onClick={onDone}>
          {t(texts.done)}
        </button>
      </span>
    </div>
  )
}
