import type { GapsReply } from '@guatu/contract'
import { fiveFixes } from '@guatu/kernel'
import { useLanguage, useText } from '../../app/language.ts'
import { countText } from '../../ui/format.ts'
import { Sentence } from '../../ui/section.tsx'
import { gapTitles, fiveFixTexts as texts } from './texts.ts'

/** What the check found, in one sentence. */
export function CheckHead({ reply }: { readonly reply: GapsReply }) {
  const t = useText()
  const language = useLanguage()
  const { openNodes, incompleteNodes, gaps } = reply
  const open = countText(openNodes)
  if (openNodes === 0) return <Sentence>{t(texts.sentenceNone)}</Sentence>
  if (incompleteNodes === 0) return <Sentence>{t(texts.sentenceWhole, { open })}</Sentence>
  const list = fiveFixes
    .filter((fix) => gaps[fix] > 0)
    .map((fix) => t(texts.part, { gap: t(gapTitles[fix]), count: countText(gaps[fix]) }))
    .join(language === 'zh' ? '，' : ', ')
  return <Sentence>{t(texts.sentence, { open, count: countText(incompleteNodes), list })}</Sentence>
}
