import type { ReplyOf, testMail } from '@guatu/contract'
import { useText } from '../../app/language.ts'
import { channelTexts as texts } from './texts.ts'

/** What came of a test. */
export function Tried({ outcome }: { readonly outcome: ReplyOf<typeof testMail> | undefined }) {
  const t = useText()
  if (!outcome) return null
  return (
    <span role="status" className={outcome.sent ? 'channel-good' : 'channel-bad'}>
      {outcome.sent ? `✓ ${t(texts.sent)}` : `✕ ${t(texts.failed, { error: outcome.error ?? '' })}`}
    </span>
  )
}
