import { roles } from '@guatu/access'
import type { HeldPost } from '@guatu/contract'
import type { Translate } from '../../app/language.ts'
import { accessTexts as texts } from './texts.ts'

/** A post in words: unit, role, and whom it is held for. */
export function postWords({ orgName, role, deputyFor }: HeldPost, t: Translate): string {
  const own = `${orgName} ${t(roles[role])}`
  return deputyFor ? `${own}（${t(texts.deputyFor, { name: deputyFor.name })}）` : own
}
