import { actions } from '@guatu/access'
import { Link } from '@tanstack/react-router'
import { useMay } from '../api/session.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useLanguage, useText } from './language.ts'
import { usePageTitle } from './print-head.tsx'
import { type ScreenEntry, startFor } from './screens.ts'
import { shellTexts } from './texts.ts'

/** A screen that the person may not open: what it takes, and where one may go. */
export function ForbiddenPage({ screen }: { readonly screen: ScreenEntry }) {
  const t = useText()
  const language = useLanguage()
  const may = useMay()
  const title = t(shellTexts.forbidden, { screen: t(screen.title) })
  usePageTitle(t(screen.title))
  const needed = screen.opens.map((action) => t(actions[action])).join(language === 'zh' ? '”或“' : '” or “')
  return (
    <EmptyState title={title} hint={t(shellTexts.forbiddenHint, { needed })}>
      <Link className="button is-primary" to={startFor(may) as '/account'}>
        {t(shellTexts.toMyWork)}
      </Link>
      <Link className="button" to={'/access' as never}>
        {t(shellTexts.whyNot)}
      </Link>
    </EmptyState>
  )
}
