import { Link } from '@tanstack/react-router'
import { useMay } from '../api/session.tsx'
import { EmptyState } from '../ui/states.tsx'
import { useText } from './language.ts'
import { usePageTitle } from './print-head.tsx'
import { startFor } from './screens.ts'
import { shellTexts } from './texts.ts'

export function NotFoundPage() {
  const t = useText()
  const start = startFor(useMay())
  usePageTitle(t(shellTexts.pageMissing))
  return (
    <EmptyState title={t(shellTexts.pageMissing)} hint={t(shellTexts.pageMissingHint)}>
      <Link className="button is-primary" to={start as '/'}>
        {t(start === '/' ? shellTexts.toCockpit : shellTexts.toMyWork)}
      </Link>
    </EmptyState>
  )
}
