import { Link } from '@tanstack/react-router'
import { EmptyState } from '../ui/states.tsx'
import { useText } from './language.ts'
import { shellTexts } from './texts.ts'

export function NotFoundPage() {
  const t = useText()
  return (
    <EmptyState title={t(shellTexts.pageMissing)} hint={t(shellTexts.pageMissingHint)}>
      <Link className="button is-primary" to="/">
        {t(shellTexts.toCockpit)}
      </Link>
    </EmptyState>
  )
}
