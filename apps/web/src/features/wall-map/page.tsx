import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { playbookOf } from '../../api/playbook.ts'
import { useSession } from '../../api/session.tsx'
import { useKeyHelp } from '../../app/keys.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { EmptyState, ErrorState } from '../../ui/states.tsx'
import { DueList } from './phone/due-list.tsx'
import { wallTexts } from './texts.ts'
import { useWallItems } from './view/use-wall-items.ts'
import { WallEmpty } from './wall-empty.tsx'
import { wallKeys } from './wall-help.ts'
import { WallMap } from './wall-map.tsx'
import { WallSkeleton } from './wall-skeleton.tsx'
import './wall.css'
import './bars.css'
import './panel.css'
import './print.css'

/** 作战图: every project of a list with its nodes over time. */
export default function WallMapPage() {
  const t = useText()
  const { playbook: key } = useParams({ strict: false }) as { playbook: string }
  const playbook = playbookOf(key)
  const title = t(wallTexts.listTitle, { list: playbook ? t(playbook.title) : key })
  usePageTitle(title)
  useKeyHelp(wallKeys)
  const [params] = useViewState()
  const { today } = useSession()
  const phone = usePhone()
  const { q, filter, sort = gravestFirst } = params
  const loaded = useWallItems({ playbook: key, q, filter, sort })
  if (playbook === undefined) return <EmptyState title={t({ zh: '没有这种清单', en: 'There is no such list' })} />
  if (loaded.error && loaded.items.length === 0) return <ErrorState error={loaded.error} onRetry={loaded.retry} />
  if (loaded.state === 'loading') return <WallSkeleton />
  if (loaded.items.length === 0 && !q && !filter) return <WallEmpty playbook={key} />
  if (phone) return <DueList loaded={loaded} today={today} />
  return <WallMap playbook={playbook} loaded={loaded} title={title} />
}

/** The map is for what is in trouble: that stands on top unless another order is asked for. */
const gravestFirst = 'lamp'

const phoneWidth = '(max-width: 720px)'

/** Below this width bars and labels collide: the page becomes a list. */
function usePhone(): boolean {
  const [phone, setPhone] = useState(() => matchMedia(phoneWidth).matches)
  useEffect(() => {
    const query = matchMedia(phoneWidth)
    const follow = () => setPhone(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return phone
}
