import { type Channels, getChannels, listDeliveries, testMail } from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { FormRefusal } from '../../ui/form-refusal.tsx'
import { Section, Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { DeliveriesPart } from './deliveries-part.tsx'
import { channelTexts as texts } from './texts.ts'
import { Tried } from './tried.tsx'
import { WebhooksPart } from './webhooks-part.tsx'
import './channels.css'

/** How the district tells people beyond the inbox: mail, webhooks, and what became of each message. */
export default function ChannelsPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  const found = useRoute(getChannels, {})
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={10} />
  const { mail, webhooks, waiting, givenUp } = found.data
  return (
    <div className="channels">
      <Sentence>
        {t(texts.sentence, {
          mail: t(mail ? texts.mailOn : texts.mailOff),
          webhooks: webhooks.length,
          waiting,
          givenUp,
        })}
      </Sentence>
      <MailPart channels={found.data} />
      <WebhooksPart channels={found.data} />
      <DeliveriesPart />
    </div>
  )
}

function MailPart({ channels: { mail, reachable } }: { readonly channels: Channels }) {
  const t = useText()
  const trying = useMutation({
    mutationFn: () => call(testMail, {}),
    onSettled: () => refresh(getChannels, listDeliveries),
  })
  return (
    <Section title={t(texts.mail)} aside={t(texts.reachable, reachable)}>
      {mail ? (
        <div className="channel-acts">
          <span>{t(texts.mailVia, mail)}</span>
          <button type="button" className="button" disabled={trying.isPending} onClick={() => trying.mutate()}>
            {t(texts.testMail)}
          </button>
          <Tried outcome={trying.data} />
        </div>
      ) : (
        <p className="channel-note">{t(texts.mailUnset)}</p>
      )}
      <FormRefusal error={trying.error} />
    </Section>
  )
}
