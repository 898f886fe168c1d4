import { askExemption } from '@guatu/contract'
import { type ExemptionGround, exemptionGroundKeys, exemptionGrounds } from '@guatu/kernel'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { ErrorState } from '../../../ui/states.tsx'
import { toast } from '../../../ui/toast.tsx'
import type { LitRule } from './lit-rules.ts'
import { standingTexts as texts } from './texts.ts'

interface AskFormProps {
  readonly itemId: string
  readonly rules: readonly LitRule[]
  readonly onClose: () => void
}

interface Draft {
  readonly rule: string
  readonly ground: ExemptionGround
  readonly text: string
  readonly evidence: string
  readonly until: string
}

const empty: Draft = { rule: '', ground: 'planning', text: '', evidence: '', until: '' }

/** Asking that a rule does not light: which, on what ground, until when. */
export function AskForm({ itemId, rules, onClose }: AskFormProps) {
  const t = useText()
  const [draft, setDraft] = useState({ ...empty, rule: rules[0]?.key ?? '' })
  const change = (patch: Partial<Draft>) => setDraft((known) => ({ ...known, ...patch }))
  const chosen = rules.find(({ key }) => key === draft.rule)
  const send = useMutation({
    mutationFn: () => {
      const { ground, text, evidence, until } = draft
      const of = { rule: chosen?.rule ?? '', ...(chosen?.nodeKey ? { nodeKey: chosen.nodeKey } : {}) }
      const body = { ...of, ground, text, until, ...(evidence.trim() ? { evidence } : {}) }
      return call(askExemption, { params: { itemId }, body })
    },
    onSuccess: async () => {
      toast({ text: t(texts.sent) })
      onClose()
      await refresh()
    },
  })
  return (
    <form
      className="exemption-form is-asking no-print"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <AskFields {...{ rules, draft }} onChange={change} />
      <button
        type="submit"
        className="button is-primary"
        disabled={send.isPending || !draft.until || !draft.text.trim()}
      >
        {t(texts.send)}
      </button>
      <button type="button" className="button" onClick={onClose}>
        {t(texts.cancel)}
      </button>
      {send.error ? <ErrorState error={send.error} /> : null}
    </form>
  )
}

interface AskFieldsProps {
  readonly rules: readonly LitRule[]
  readonly draft: Draft
  readonly onChange: (patch: Partial<Draft>) => void
}

function AskFields({ rules, draft, onChange }: AskFieldsProps) {
  const t = useText()
  return (
    <>
      <label className="is-wide">
        {t(texts.rule)}
        <select className="field-input" value={draft.rule} onChange={(event) => onChange({ rule: event.target.value })}>
          {rules.map(({ key, title }) => (
            <option key={key} value={key}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(texts.ground)}
        <select
          className="field-input"
          value={draft.ground}
          onChange={(event) => onChange({ ground: event.target.value as ExemptionGround })}
        >
          {exemptionGroundKeys.map((key) => (
            <option key={key} value={key}>
              {t(exemptionGrounds[key])}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t(texts.until)}
        <input
          type="date"
          className="field-input"
          value={draft.until}
          onChange={(event) => onChange({ until: event.target.value })}
        />
      </label>
      <label className="is-wide">
        {t(texts.reason)}
        <textarea
          className="field-input"
          rows={2}
          maxLength={1000}
          value={draft.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      </label>
      <label className="is-wide">
        {t(texts.evidence)}
        <input
          className="field-input"
          maxLength={300}
          value={draft.evidence}
          onChange={(event) => onChange({ evidence: event.target.value })}
        />
      </label>
    </>
  )
}
