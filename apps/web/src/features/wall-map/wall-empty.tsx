import { Link } from '@tanstack/react-router'
import { useMay } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { EmptyState } from '../../ui/states.tsx'
import { wallTexts } from './texts.ts'

/** The map before anything is on it: it teaches where projects come from. */
export function WallEmpty({ playbook }: { readonly playbook: string }) {
  const t = useText()
  const may = useMay()
  if (!may('import.run')) return <EmptyState title={t(wallTexts.emptyTitle)} hint={t(wallTexts.emptyReading)} />
  return (
    <EmptyState title={t(wallTexts.emptyTitle)} hint={t(wallTexts.emptyHint)}>
      <Link className="button is-primary" to="/import/$playbook" params={{ playbook }}>
        {t(wallTexts.emptyImport)}
      </Link>
    </EmptyState>
  )
}
