import type { Session } from '@guatu/contract'
import { dayText } from '../ui/format.ts'
import { Hint } from '../ui/hint.tsx'
import { Seal } from '../ui/seal.tsx'
import { asOfTexts } from './as-of-texts.ts'
import { Bell } from './bell.tsx'
import { setLanguage, useLanguage, useText } from './language.ts'
import { Navigation } from './navigation.tsx'
import { openOverlay } from './overlay.ts'
import { PersonMenu } from './person-menu.tsx'
import { shellTexts } from './texts.ts'
import { setTheme, useTheme } from './theme.ts'

export function Header({ session }: { readonly session: Session | undefined }) {
  const t = useText()
  return (
    <>
      <a className="shell-skip" href="#main">
        {t(shellTexts.skip)}
      </a>
      <header className="shell-header">
        <Seal name={session?.district.shortName ?? ''} />
        <div className="shell-name">
          <strong>
            {session ? t(shellTexts.wallOf, { district: session.district.shortName }) : t(shellTexts.product)}
          </strong>
          <span>
            {session ? <Day today={session.today} /> : ' '}
            {session?.demonstration ? <Demonstration /> : null}
          </span>
        </div>
        {session ? <Navigation /> : <span className="shell-nav" />}
        <Tools>
          {session?.me ? (
            <>
              <Bell />
              <PersonMenu me={session.me} demonstration={session.demonstration} />
            </>
          ) : null}
        </Tools>
      </header>
    </>
  )
}

/** The day that the screens stand for; a click asks for another moment. */
function Day({ today }: { readonly today: string }) {
  const t = useText()
  const language = useLanguage()
  return (
    <button type="button" className="shell-day" title={t(asOfTexts.open)} onClick={() => openOverlay('asOf')}>
      {dayText(today, { language, year: 'always' })}
    </button>
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

function Tools({ children }: { readonly children: React.ReactNode }) {
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
      <button
        type="button"
        className={children ? 'is-wide' : ''}
        onClick={() => setTheme(theme === 'ink' ? 'paper' : 'ink')}
      >
        {t(theme === 'ink' ? shellTexts.toPaper : shellTexts.toInk)}
      </button>
      <button
        type="button"
        className={children ? 'is-wide' : ''}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {t(shellTexts.otherLanguage)}
      </button>
      {children}
    </div>
  )
}
