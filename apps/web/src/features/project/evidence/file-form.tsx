import {
  describeEvidence,
  type EvidenceReply,
  getItem,
  listEvidence,
  listItemEvents,
  withdrawEvidence,
} from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { evidenceTexts as texts } from './texts.ts'

interface FileFormProps {
  readonly file: EvidenceReply
  readonly form: 'describe' | 'withdraw'
  readonly onClose: () => void
}

/** What is said about a file, or why it is taken out of use. */
export function FileForm({ file, form, onClose }: FileFormProps) {
  const t = useText()
  const [note, setNote] = useState(file.note ?? '')
  const [place, setPlace] = useState(file.place ?? '')
  const [reason, setReason] = useState('')
  const params = { evidenceId: file.evidenceId }
  const save = useMutation({
    mutationFn: () =>
      form === 'withdraw'
        ? call(withdrawEvidence, { params, body: { reason } })
        : call(describeEvidence, { params, body: { note, place } }),
    onSuccess: async () => {
      onClose()
      await refresh(listEvidence, getItem, listItemEvents)
    },
  })
  const withdraws = form === 'withdraw'
  return (
    <form
      className="evidence-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {withdraws ? (
        <Line label={t(texts.reason)} value={reason} onValue={setReason} maxLength={500} />
      ) : (
        <>
          <Line label={t(texts.note)} value={note} onValue={setNote} maxLength={500} />
          <Line label={t(texts.place)} value={place} onValue={setPlace} maxLength={200} />
        </>
      )}
      <button
        type="submit"
        className="button is-primary"
        disabled={save.isPending || (withdraws && reason.trim() === '')}
      >
        {t(withdraws ? texts.confirm : texts.save)}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {t(texts.cancel)}
      </button>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  )
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly maxLength: number
  readonly onValue: (value: string) => void
}

function Line({ label, value, maxLength, onValue }: LineProps) {
  return (
    <label>
      {label}
      <input value={value} maxLength={maxLength} onChange={(event) => onValue(event.currentTarget.value)} />
    </label>
  )
}
