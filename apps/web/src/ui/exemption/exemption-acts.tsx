import { decideExemption, type ExemptionReply, endExemption } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { ErrorState } from '../states.tsx'
import { exemptionTexts as texts } from './texts.ts'

type Act = 'grant' | 'refuse' | 'end'

interface ExemptionActsProps {
  readonly exemption: ExemptionReply
  readonly decidable: boolean
  readonly endable: boolean
}

/** Granting, refusing and ending, each with what it has to say. */
export function ExemptionActs({ exemption, decidable, endable }: ExemptionActsProps) {
  const t = useText()
  const [act, setAct] = useState<Act | null>(null)
  const offered: readonly Act[] = [
    ...(decidable ? (['grant', 'refuse'] as const) : []),
    ...(endable ? (['end'] as const) : []),
  ]
  if (act) return <ActForm key={act} {...{ exemption, act }} onClose={() => setAct(null)} />
  return (
    <div className="exemption-acts no-print">
      {offered.map((one) => (
        <button
          key={one}
          type="button"
          className={`button ${one === 'grant' ? 'is-primary' : ''}`}
          onClick={() => setAct(one)}
        >
          {t(texts[one])}
        </button>
      ))}
    </div>
  )
}

interface ActFormProps {
  readonly exemption: ExemptionReply
  readonly act: Act
  readonly onClose: () => void
}

function ActForm({ exemption: { exemptionId, until }, act, onClose }: ActFormProps) {
  const t = useText()
  const [words, setWords] = useState('')
  const [lastDay, setLastDay] = useState(until)
  const params = { exemptionId }
  const save = useMutation({
    mutationFn: () => {
      if (act === 'end') return call(endExemption, { params, body: { reason: words } })
      const note = words.trim() === '' ? {} : { note: words }
      const body = act === 'grant' ? { granted: true, until: lastDay, ...note } : { granted: false, ...note }
      return call(decideExemption, { params, body })
    },
    onSuccess: async () => {
      onClose()
      await refresh()
    },
  })
  return (
    <form
      className="exemption-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {act === 'grant' ? (
        <label>
          {t(texts.lastDay)}
          <input
            type="date"
            className="field-input"
            value={lastDay}
            onChange={(event) => setLastDay(event.target.value)}
          />
        </label>
      ) : null}
      <label className="is-wide">
        {t(act === 'grant' ? texts.note : texts.reason)}
        <input
          className="field-input"
          value={words}
          maxLength={500}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <button
        type="submit"
        className="button is-primary"
        disabled={save.isPending || (act !== 'grant' && words.trim() === '')}
      >
        {t(texts[act])}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {t(texts.cancel)}
      </button>
      {save.error ? <ErrorState error={save.error} /> : null}
    </form>
  )
}
