import type { Session } from '@guatu/contract'
import { Link, useParams } from '@tanstack/react-router'
import { dayText } from '../ui/format.ts'
import { Hint } from '../ui/hint.tsx'
import { setLanguage, useLanguage, useText } from './language.ts'
import { openOverlay } from './overlay.ts'
import { shellTexts } from './texts.ts'
import { setTheme, useTheme } from './theme.ts'

/** Districts are called by two or three signs (南湖, 秀洲): the seal carries the first two, one above the other. */
const sealText = (shortName: string) => [...shortName].slice(0, 2).join('\n')

export function Header({ session }: { readonly session: Session | undefined }) {
  const t = useText()
  const language = useLanguage()
  return (
    <>
      <a className="shell-skip" href="#main">
        {t(shellTexts.skip)}
      </a>
      <header className="shell-header">
        <span className="seal" aria-hidden="true">
          {session ? sealText(session.district.shortName) : ''}
        </span>
        <div className="shell-name">
          <strong>
            {session ? t(shellTexts.wallOf, { district: session.district.shortName }) : t(shellTexts.product)}
          </strong>
          <span>
            {session ? dayText(session.today, { language, year: 'always' }) : ' '}
            {session?.demonstration ? <Demonstration /> : null}
          </span>
        </div>
        <Navigation session={session} />
        <Tools />
      </header>
    </>
  )
}

/** It stands beside the day: every screen says so, and nothing moves when it comes. */
function Demonstration() {
  const t = useText()
  return (
    <Hint className="shell-demonstration" hint={t(shellTexts.demonstration)}>
      {t(shellTexts.demonstrationShort)}
    </Hint>
  )
}

function Navigation({ session }: { readonly session: Session | undefined }) {
  const t = useText()
  const { playbook: current } = useParams({ strict: false })
  const playbook = current ?? session?.playbooks[0]?.key
  return (
    <nav className="shell-nav" aria-label={t(shellTexts.navigation)}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {t(shellTexts.cockpit)}
      </Link>
      {playbook === undefined ? null : (
        <>
          <Link to="/wall/$playbook" params={{ playbook }} activeOptions={{ includeSearch: false }}>
            {t(shellTexts.wallMap)}
          </Link>
          <Link to="/list/$playbook" params={{ playbook }} activeOptions={{ includeSearch: false }}>
            {t(shellTexts.ledger)}
          </Link>
          <Link to="/import/$playbook" params={{ playbook }} activeOptions={{ includeSearch: false }}>
            {t(shellTexts.import)}
          </Link>
          <Link to="/rules/$playbook" params={{ playbook }} activeOptions={{ includeSearch: false }}>
            {t(shellTexts.rules)}
          </Link>
        </>
      )}
      <Link to="/screen">{t(shellTexts.screen)}</Link>
    </nav>
  )
}

function Tools() {
  const t = useText()
  const language = useLanguage()
  const theme = useTheme()
  return (
    <div className="shell-tools">
      <button type="button" onClick={() => openOverlay('palette')}>
        {t(shellTexts.find)}
        <kbd className="is-wide">Ctrl K</kbd>
      </button>
      <button type="button" className="is-wide" onClick={() => openOverlay('keys')}>
        {t(shellTexts.keys)}
        <kbd>?</kbd>
      </button>
      <button type="button" onClick={() => setTheme(theme === 'ink' ? 'paper' : 'ink')}>
        {t(theme === 'ink' ? shellTexts.toPaper : shellTexts.toInk)}
      </button>
      <button type="button" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        {t(shellTexts.otherLanguage)}
      </button>
    </div>
  )
}
