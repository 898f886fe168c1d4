import { countNotices } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useRoute } from '../api/query.ts'
import { useText } from './language.ts'
import { shellTexts } from './texts.ts'
import './bell.css'

/** Notices come by themselves; who looks at the header sees them within a minute. */
const lookMs = 60_000
const most = 99

/** The way to one's inbox, with how much in it is unread. */
export function Bell() {
  const t = useText()
  const unread = useRoute(countNotices, {}, { refetchInterval: lookMs }).data?.unread ?? 0
  const label = unread > 0 ? t(shellTexts.unread, { count: unread }) : t(shellTexts.inbox)
  return (
    <Link to="/inbox" className={`bell ${unread > 0 ? 'is-on' : ''}`} aria-label={label} title={label}>
      <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
        <path d="M4.5 14.5h11l-1.4-2.2V8.6a4.1 4.1 0 0 0-8.2 0v3.7z" strokeLinejoin="round" />
        <path d="M8.4 16.8a1.7 1.7 0 0 0 3.2 0M10 2.6v1.6" strokeLinecap="round" />
      </svg>
      {unread > 0 ? <span className="bell-count">{unread > most ? `${most}+` : unread}</span> : null}
    </Link>
  )
}
