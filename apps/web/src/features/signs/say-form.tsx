import { answerContest, contestSign, type SignRecordReply } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { ErrorState } from '../../ui/states.tsx'
import { signTexts as texts } from './texts.ts'

interface SayFormProps {
  readonly record: SignRecordReply
  readonly saying: 'contest' | 'answer'
  readonly onClose: () => void
}

/** An objection to a record, or its answer. */
export function SayForm({ record, saying, onClose }: SayFormProps) {
  const t = useText()
  const [text, setText] = useState('')
  const { itemId, sign, contest } = record
  const send = useMutation({
    mutationFn: async (upheld: boolean) => {
      if (saying === 'contest') await call(contestSign, { body: { itemId, sign, record: record.record, text } })
      else if (contest) await call(answerContest, { params: { contestId: contest.contestId }, body: { text, upheld } })
    },
    onSuccess: async () => {
      onClose()
      await refresh()
    },
  })
  const disabled = send.isPending || text.trim() === ''
  return (
    <form
      className="signs-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate(false)
      }}
    >
      <label>
        {t(texts.words)}
        <textarea
          className="field-input"
          rows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {saying === 'answer' ? (
        <button type="button" className="button" disabled={disabled} onClick={() => send.mutate(true)}>
          {t(texts.upheld)}
        </button>
      ) : null}
      <button type="submit" className="button is-primary" disabled={disabled}>
        {t(saying === 'contest' ? texts.send : texts.dismissed)}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {t(texts.cancel)}
      </button>
      {send.error ? <ErrorState error={send.error} /> : null}
    </form>
  )
}
