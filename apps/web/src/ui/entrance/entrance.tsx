import { type ReactNode, useEffect } from 'react'
import { setLanguage, useLanguage, useText } from '../../app/language.ts'
import { setTheme, useTheme } from '../../app/theme.ts'
import { Seal } from '../seal.tsx'
import { entranceTexts } from './texts.ts'
import './entrance.css'

interface EntranceProps {
  /** What the page is for; the browser's tab says it too. */
  readonly title: string
  /** Words under the title: what to do, or what happens next. */
  readonly lead?: ReactNode
  /** Null until it is known; nothing moves when it comes. */
  readonly district: { readonly shortName: string } | null
  /** A list needs more room than a form. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** The frame of the pages before sign-in: the name of the house on a scroll with its seal, and one thought beside it. */
export function Entrance({ title, lead, district, wide, children }: EntranceProps) {
  const t = useText()
  const house = district ? t(entranceTexts.wallOf, { district: district.shortName }) : ' '
  useEffect(() => {
    document.title = `${title} · ${house.trim() || t(entranceTexts.product)}`
  }, [title, house, t])
  return (
    <div className="entrance">
      <header className="entrance-scroll">
        <strong>{house}</strong>
        <Seal name={district?.shortName ?? ''} />
      </header>
      <main className={`entrance-main ${wide ? 'is-wide' : ''}`} id="main">
        <Switches />
        <div className="entrance-page">
          <h1>{title}</h1>
          {lead ? <p className="entrance-lead">{lead}</p> : null}
          {children}
        </div>
      </main>
    </div>
  )
}

function Switches() {
  const t = useText()
  const language = useLanguage()
  const theme = useTheme()
  return (
    <div className="entrance-switches no-print">
      <button type="button" onClick={() => setTheme(theme === 'ink' ? 'paper' : 'ink')}>
        {t(theme === 'ink' ? entranceTexts.toPaper : entranceTexts.toInk)}
      </button>
      <button type="button" onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
        {t(entranceTexts.otherLanguage)}
      </button>
    </div>
  )
}
