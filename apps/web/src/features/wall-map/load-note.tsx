import { useText } from '../../app/language.ts'
import { ErrorState } from '../../ui/states.tsx'
import { wallTexts } from './texts.ts'
import type { WallItems } from './view/use-wall-items.ts'

/** How much of the selection is on the map, while not all of it is. */
export function LoadNote({ loaded }: { readonly loaded: WallItems }) {
  const t = useText()
  const counts = { loaded: loaded.items.length, total: loaded.total }
  if (loaded.error) return <ErrorState error={loaded.error} onRetry={loaded.retry} />
  if (loaded.state === 'more') return <p role="status">{t(wallTexts.loadingMore, counts)}</p>
  if (loaded.state !== 'capped') return null
  return (
    <p>
      {t(wallTexts.capped, counts)}{' '}
      <button type="button" className="wall-clear" onClick={loaded.loadRest}>
        {t(wallTexts.loadRest)}
      </button>
    </p>
  )
}
