import { freezeBaselines, type ItemReply } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../api/call.ts'
import { refresh } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { FormRefusal } from '../../../ui/form-refusal.tsx'
import { toast } from '../../../ui/toast.tsx'
import { planChangeTexts as texts } from './texts.ts'

interface FreezeFormProps {
  readonly item: ItemReply['item']
  /** How many baselines there are. */
  readonly frozen: number
  readonly onClose: () => void
}

/** Freezes the plan as it stands; a further time asks for the reason over the page. */
export function FreezeForm({ item, frozen, onClose }: FreezeFormProps) {
  const t = useText()
  const [name, setName] = useState(frozen === 0 ? t(texts.firstName) : t(texts.furtherName, { count: frozen + 1 }))
  const freeze = useMutation({
    mutationFn: () =>
      call(freezeBaselines, { body: { playbook: item.playbookKey, itemIds: [item.itemId], name: name.trim() } }),
    onSuccess: async () => {
      toast({ text: t(texts.frozenNow) })
      onClose()
      await refresh()
    },
  })
  return (
    <form
      className="plan-freeze no-print"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) freeze.mutate()
      }}
    >
      <label>
        {t(texts.freezeName)}
        <input className="field-input" value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
      </label>
      <button type="button" className="button" onClick={onClose}>
        {t(texts.cancel)}
      </button>
      <button type="submit" className="button is-primary" disabled={freeze.isPending || !name.trim()}>
        {t(texts.freeze)}
      </button>
      <FormRefusal error={freeze.error} />
    </form>
  )
}
