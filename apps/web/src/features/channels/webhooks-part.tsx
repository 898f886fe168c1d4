import {
  type Channels,
  deleteWebhook,
  getChannels,
  listDeliveries,
  noticeKinds,
  testWebhook,
  type WebhookEntry,
} from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { Section } from '../../ui/section.tsx'
import { toast } from '../../ui/toast.tsx'
import { shapeTitles, channelTexts as texts } from './texts.ts'
import { Tried } from './tried.tsx'
import { WebhookForm } from './webhook-form.tsx'

/** Robots of group chats and other receivers. */
export function WebhooksPart({ channels: { hosts, webhooks } }: { readonly channels: Channels }) {
  const t = useText()
  const [editing, setEditing] = useState<WebhookEntry | 'new' | null>(null)
  return (
    <Section title={t(texts.webhooks)} aside={hosts.length > 0 ? t(texts.hosts, { hosts: hosts.join('、') }) : null}>
      {hosts.length === 0 ? <p className="channel-note">{t(texts.hostsNone)}</p> : null}
      {hosts.length > 0 && webhooks.length === 0 ? <p className="channel-note">{t(texts.none)}</p> : null}
      <ul className="channel-lines">
        {webhooks.map((webhook) => (
          <WebhookLine key={webhook.webhookId} webhook={webhook} onEdit={() => setEditing(webhook)} />
        ))}
      </ul>
      {editing ? (
        <WebhookForm
          key={editing === 'new' ? 'new' : editing.webhookId}
          webhook={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      ) : hosts.length > 0 ? (
        <button type="button" className="button" onClick={() => setEditing('new')}>
          {t(texts.add)}
        </button>
      ) : null}
    </Section>
  )
}

function WebhookLine({ webhook, onEdit }: { readonly webhook: WebhookEntry; readonly onEdit: () => void }) {
  const t = useText()
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const { webhookId, name, shape, host, signed, kinds, enabled, quiet } = webhook
  const params = { webhookId }
  const trying = useMutation({
    mutationFn: () => call(testWebhook, { params }),
    onSettled: () => refresh(getChannels, listDeliveries),
  })
  const removing = useMutation({
    mutationFn: () => call(deleteWebhook, { params }),
    onSuccess: () => toast({ text: t(texts.removed, { name }) }),
    onSettled: () => refresh(getChannels, listDeliveries),
  })
  const said = [t(shapeTitles[shape]), host, t(signed ? texts.signed : texts.unsigned), quiet ? t(texts.quiet) : '']
  return (
    <li className={enabled ? '' : 'is-off'}>
      <span className="channel-name">
        {name}
        {enabled ? null : <small>{t(texts.off)}</small>}
      </span>
      <span>
        {said.filter(Boolean).join(' · ')}
        <small>{kinds.map((kind) => t(noticeKinds[kind])).join(language === 'zh' ? '、' : ', ')}</small>
        <Tried outcome={trying.data} />
        <FormRefusal error={trying.error ?? removing.error} />
      </span>
      <span className="channel-acts">
        <button type="button" className="button" disabled={trying.isPending} onClick={() => trying.mutate()}>
          {t(texts.test)}
        </button>
        <button type="button" className="button" onClick={onEdit}>
          {t(texts.edit)}
        </button>
        <button
          type="button"
          className="button"
          disabled={removing.isPending}
          title={asked ? t(texts.removeAsk) : undefined}
          onBlur={() => setAsked(false)}
          onClick={() => (asked ? removing.mutate() : setAsked(true))}
        >
          {t(asked ? texts.removeAsk : texts.remove)}
        </button>
      </span>
    </li>
  )
}
