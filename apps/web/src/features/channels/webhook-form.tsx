import {
  createWebhook,
  getChannels,
  type NoticeKind,
  updateWebhook,
  urgentKinds,
  type WebhookEntry,
  type WebhookShape,
  webhookShapes,
} from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { TextField } from '../../ui/credentials/text-field.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { KindChoice } from '../../ui/kind-choice.tsx'
import { toast } from '../../ui/toast.tsx'
import { shapeTitles, channelTexts as texts } from './texts.ts'
import '../../ui/credentials/credentials.css'

interface Wished {
  readonly name: string
  readonly shape: WebhookShape
  readonly address: string
  readonly secret: string
  readonly kinds: readonly NoticeKind[]
  readonly enabled: boolean
  readonly quiet: boolean
}

const startOf = (webhook: WebhookEntry | null): Wished => ({
  name: webhook?.name ?? '',
  shape: webhook?.shape ?? 'dingtalk',
  address: '',
  secret: '',
  kinds: webhook?.kinds ?? [...urgentKinds, 'lampRed'],
  enabled: webhook?.enabled ?? true,
  quiet: webhook?.quiet ?? true,
})

/** What is left empty of a kept webhook stays as it is. */
async function save(webhook: WebhookEntry | null, { address, secret, kinds, ...wished }: Wished) {
  const plain = { ...wished, kinds: [...kinds], ...(secret ? { secret } : {}) }
  if (!webhook) return await call(createWebhook, { body: { ...plain, address } })
  const { webhookId, revision } = webhook
  const body = { ...plain, revision, ...(address ? { address } : {}) }
  return await call(updateWebhook, { params: { webhookId }, body })
}

interface TargetProps {
  readonly webhook: WebhookEntry | null
  readonly wished: Wished
  readonly onChange: (patch: Partial<Wished>) => void
}

/** Where messages go, in which format. */
function TargetFields({ webhook, wished, onChange: set }: TargetProps) {
  const t = useText()
  const { name, shape, address, secret } = wished
  return (
    <>
      <TextField label={t(texts.name)} value={name} maxLength={60} onValue={(next) => set({ name: next })} />
      <fieldset className="channel-choice">
        <legend>{t(texts.shape)}</legend>
        {webhookShapes.map((value) => (
          <label key={value}>
            <input type="radio" name="shape" checked={shape === value} onChange={() => set({ shape: value })} />
            {t(shapeTitles[value])}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t(texts.address)}
        value={address}
        maxLength={1000}
        autoComplete="off"
        placeholder={webhook ? t(texts.addressKept) : 'https://'}
        onValue={(next) => set({ address: next })}
      />
      {shape === 'wecom' ? null : (
        <TextField
          label={t(texts.secret)}
          type="password"
          autoComplete="off"
          value={secret}
          maxLength={200}
          placeholder={webhook?.signed ? t(texts.addressKept) : ''}
          onValue={(next) => set({ secret: next })}
        />
      )}
    </>
  )
}

interface WebhookFormProps {
  /** Null: a new one. */
  readonly webhook: WebhookEntry | null
  readonly onClose: () => void
}

export function WebhookForm({ webhook, onClose }: WebhookFormProps) {
  const t = useText()
  const [wished, setWished] = useState(() => startOf(webhook))
  const set = (patch: Partial<Wished>) => setWished((last) => ({ ...last, ...patch }))
  const saving = useMutation({
    mutationFn: () => save(webhook, wished),
    onSuccess: async ({ name }) => {
      toast({ text: t(texts.saved, { name }) })
      onClose()
      await refresh(getChannels)
    },
  })
  const { name, address, kinds, enabled, quiet } = wished
  const complete = name.trim() !== '' && kinds.length > 0 && (webhook !== null || address.trim() !== '')
  return (
    <form
      className="channel-form"
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate()
      }}
    >
      <TargetFields webhook={webhook} wished={wished} onChange={set} />
      <KindChoice
        title={t(texts.kinds)}
        hint={t(texts.talks)}
        chosen={kinds}
        onChange={(next) => set({ kinds: next })}
      />
      <div className="channel-choice">
        <label>
          <input type="checkbox" checked={quiet} onChange={(event) => set({ quiet: event.target.checked })} />
          {t(texts.quietLabel)}
        </label>
        <label>
          <input type="checkbox" checked={enabled} onChange={(event) => set({ enabled: event.target.checked })} />
          {t(texts.enabled)}
        </label>
      </div>
      <FormRefusal error={saving.error} />
      <div className="channel-acts">
        <button type="submit" className="button is-primary" disabled={!complete || saving.isPending}>
          {t(texts.save)}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t(texts.cancel)}
        </button>
      </div>
    </form>
  )
}
