import { lazy, Suspense, useEffect } from 'react'
import { isTyping } from './keys.ts'
import { closeOverlay, openOverlay, useOverlay } from './overlay.ts'

/** What the palette's own chunk (`features/palette/palette.tsx`, default export) is given. */
export interface PaletteProps {
  readonly onClose: () => void
}

const LazyPalette = lazy(() => import('../features/palette/palette.tsx'))

/** Ctrl or Cmd and K opens the palette anywhere, `?` the help outside of inputs. */
export function Palette() {
  const overlay = useOverlay()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        openOverlay('palette')
      } else if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault()
        openOverlay('keys')
      }
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  if (overlay !== 'palette') return null
  return (
    <Suspense fallback={null}>
      <LazyPalette onClose={closeOverlay} />
    </Suspense>
  )
}
