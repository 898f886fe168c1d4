import { freezeBaselines } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { toast } from '../../ui/toast.tsx'
import { comparisonTexts as texts } from './texts.ts'

interface FreezePanelProps {
  readonly playbook: string
  readonly unfrozen: number
  readonly onClose: () => void
}

/** Freezes the plans of a whole list: those that are the person's to plan and have no baseline yet. */
export function FreezePanel({ playbook, unfrozen, onClose }: FreezePanelProps) {
  const t = useText()
  const { today } = useSession()
  const [name, setName] = useState(`${today.slice(0, 4)} 年 ${Number(today.slice(5, 7))} 月基线`)
  const [reason, setReason] = useState('')
  const freeze = useMutation({
    mutationFn: () =>
      call(freezeBaselines, {
        body: { playbook, name: name.trim(), ...(reason.trim() ? { reason: reason.trim() } : {}) },
      }),
    onSuccess: async ({ frozen, left }) => {
      const others = left.map(({ items, text }) => t(texts.left, { count: items, why: t(text) }))
      const said = frozen > 0 ? t(texts.frozen, { count: frozen }) : t(texts.nothingFrozen)
      toast({ text: [said, ...others].join('；') })
      onClose()
      await refresh()
    },
  })
  return (
    <form
      className="compare-freeze no-print"
      aria-label={t(texts.freeze)}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) freeze.mutate()
      }}
    >
      <p>{t(texts.freezeHint, { count: unfrozen })}</p>
      <label>
        {t(texts.freezeName)}
        <input className="field-input" value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
      </label>
      <label>
        {t(texts.freezeReason)}
        <input
          className="field-input"
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <FormRefusal error={freeze.error} />
      <span className="compare-buttons">
        <button type="button" className="button" onClick={onClose}>
          {t(texts.cancel)}
        </button>
        <button type="submit" className="button is-primary" disabled={freeze.isPending || !name.trim()}>
          {t(freeze.isPending ? texts.freezing : texts.freeze)}
        </button>
      </span>
    </form>
  )
}
