import type { NodeChange } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { RefusedError } from '../../../api/refused.ts'
import { useText } from '../../../app/language.ts'
import { askableOf, askText } from '../../../ui/plan-effect/ask-text.ts'
import { planChangeTexts as texts } from './texts.ts'

/** The plan may be put off, but not by saving it: it has to be applied for. */
export const isChangeNeeded = (error: unknown): boolean =>
  error instanceof RefusedError && error.reply.refusals.some(({ code }) => code === 'CHANGE_NEEDED')

interface ApplyLinkProps {
  readonly itemId: string
  readonly changes: readonly NodeChange[]
}

/** Leads to the application with what was just tried. */
export function ApplyLink({ itemId, changes }: ApplyLinkProps) {
  const t = useText()
  return (
    <Link
      className="button is-primary"
      to={'/change/$itemId' as never}
      params={{ itemId } as never}
      search={{ ask: askText(askableOf(changes)) } as never}
    >
      {t(texts.applyForThis)}
    </Link>
  )
}
