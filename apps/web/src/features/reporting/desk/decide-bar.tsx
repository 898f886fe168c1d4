import { type Decided, receiveReports, returnReport, verifyReports } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { FormRefusal } from '../../../ui/form-refusal.tsx'
import { toast } from '../../../ui/toast.tsx'
import { deskTexts as texts } from './texts.ts'

interface BarProps {
  readonly ids: readonly string[]
  readonly isAll: boolean
  readonly onAll: (all: boolean) => void
  readonly onDone: () => void
}

type Act = 'receive' | 'verify' | 'giveBack'

const doneTexts = { receive: texts.received, verify: texts.verifiedDone, giveBack: texts.returnedDone } as const

/** Decides on all that are chosen; those that cannot be say why and stay. */
export function DecideBar({ ids, isAll, onAll, onDone }: BarProps) {
  const t = useText()
  const [reason, setReason] = useState<string | null>(null)
  const [barred, setBarred] = useState<Decided['refused']>([])
  const decide = useMutation({
    mutationFn: async (act: Act) => {
      const reportIds = [...ids]
      if (act === 'receive') return { act, reply: await call(receiveReports, { body: { reportIds } }) }
      if (act === 'verify') return { act, reply: await call(verifyReports, { body: { reportIds } }) }
      return { act, reply: await call(returnReport, { body: { reportIds, reason: reason ?? '' } }) }
    },
    onSuccess: async ({ act, reply }) => {
      setBarred(reply.refused)
      setReason(null)
      onDone()
      if (reply.decided.length > 0) toast({ text: t(doneTexts[act], { count: reply.decided.length }) })
      await refresh()
    },
  })
  const isIdle = ids.length === 0 || decide.isPending
  return (
    <div className="desk-bar no-print">
      <label>
        <input type="checkbox" checked={isAll} onChange={(event) => onAll(event.currentTarget.checked)} />
        {t(texts.all)}
      </label>
      <span>{t(texts.chosen, { count: ids.length })}</span>
      <button type="button" className="button" disabled={isIdle} onClick={() => decide.mutate('receive')}>
        {t(texts.receive)}
      </button>
      <button type="button" className="button is-primary" disabled={isIdle} onClick={() => decide.mutate('verify')}>
        {t(texts.verify)}
      </button>
      <button
        type="button"
        className="button"
        disabled={isIdle}
        aria-expanded={reason !== null}
        onClick={() => setReason(reason === null ? '' : null)}
      >
        {t(texts.giveBack)}
      </button>
      {reason === null ? null : (
        <ReasonForm reason={reason} isIdle={isIdle} onReason={setReason} onReturn={() => decide.mutate('giveBack')} />
      )}
      <FormRefusal error={decide.error} />
      {barred.length > 0 ? <Barred barred={barred} /> : null}
    </div>
  )
}

interface ReasonProps {
  readonly reason: string
  readonly isIdle: boolean
  readonly onReason: (reason: string) => void
  readonly onReturn: () => void
}

/** Whoever gets it back has to know what to mend. */
function ReasonForm({ reason, isIdle, onReason, onReturn }: ReasonProps) {
  const t = useText()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onReturn()
      }}
    >
      <input
        aria-label={t(texts.reason)}
        placeholder={t(texts.reasonHint)}
        maxLength={500}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
      <button type="submit" className="button" disabled={isIdle || reason.trim() === ''}>
        {t(texts.giveBack)}
      </button>
    </form>
  )
}

function Barred({ barred }: { readonly barred: Decided['refused'] }) {
  const t = useText()
  const reasons = new Set(barred.flatMap(({ refusals }) => refusals.map(({ message }) => t(message))))
  return (
    <p className="desk-barred" role="alert">
      {t(texts.refused, { count: barred.length })}：{[...reasons].join('；')}
    </p>
  )
}
