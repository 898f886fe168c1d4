import type { LampCounts } from '@guatu/contract'
import { type LampLevel, lampFaces, lampLevels } from '@guatu/kernel'
import { is } from '../../api/filter.ts'
import { useText } from '../../app/language.ts'
import { countText } from '../format.ts'
import { LampMark } from '../lamp-mark.tsx'
import { Section } from '../section.tsx'
import { FigureLink } from './figure-link.tsx'
import { boardTexts } from './texts.ts'

interface LampDistributionProps {
  readonly lamps: LampCounts
  readonly yesterday: LampCounts | null
}

/** How the lamps are shared out, each count opening its rows, with its change since yesterday. */
export function LampDistribution({ lamps, yesterday }: LampDistributionProps) {
  const t = useText()
  const shown = lampLevels.filter((level) => level !== 'none' || lamps.none > 0)
  return (
    <Section title={t(boardTexts.lamps)} aside={yesterday ? `± ${t(boardTexts.sinceYesterday)}` : null}>
      <LampBar lamps={lamps} />
      <ul className="lamp-counts">
        {shown.map((level) => (
          <li key={level}>
            <FigureLink wanted={[is('lamp', level)]} className={`lamp-count is-${level}`}>
              <span className="figure">{countText(lamps[level])}</span>
              <LampMark level={level} />
            </FigureLink>
            <Change from={yesterday?.[level]} to={lamps[level]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Change({ from, to }: { readonly from: number | undefined; readonly to: number }) {
  const change = from === undefined ? 0 : to - from
  return <span className="lamp-change">{change === 0 ? '' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`}</span>
}

function LampBar({ lamps }: { readonly lamps: LampCounts }) {
  const total = lampLevels.reduce((sum, level) => sum + lamps[level], 0)
  let left = 0
  const parts = lampLevels.map((level: LampLevel) => {
    const width = total === 0 ? 0 : (lamps[level] / total) * 100
    const part = { level, width, left }
    left += width
    return part
  })
  return (
    <svg className="lamp-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {parts.map((part) => (
        <rect key={part.level} className={`is-${part.level}`} x={part.left} width={part.width} height="10" />
      ))}
    </svg>
  )
}

/** Red and orange of a part of the board, by glyph and count; the calm ones say nothing. */
export function AlarmGlyphs({ lamps }: { readonly lamps: LampCounts }) {
  const t = useText()
  return (['red', 'orange'] as const)
    .filter((level) => lamps[level] > 0)
    .map((level) => (
      <span key={level} className={`alarm is-${level}`}>
        <span aria-hidden="true">{lampFaces[level].glyph}</span>
        <span className="aside-text">{t(lampFaces[level].title)}</span>
        {lamps[level]}
      </span>
    ))
}
