import type { Title } from '@guatu/kernel'
import { useLanguage, useText } from '../../app/language.ts'
import { instantText } from '../format.ts'
import { Hint } from '../hint.tsx'
import { spentPercent, type ToldClock, timeLeftText } from './words.ts'
import './clock.css'

interface ClockMarkProps {
  readonly clock: ToldClock & {
    readonly limitMinutes: number | null
    readonly dueAt: string | null
    readonly warns: boolean
  }
  readonly title: Title
  readonly minutesPerDay?: number
}

const due: Title = { zh: '到期：', en: 'Due ' }

const toneOf = ({ overdue, warns, state }: ClockMarkProps['clock']): string =>
  overdue ? 'is-overdue' : state === 'paused' ? 'is-paused' : warns ? 'is-short' : 'is-calm'

const glyphs: Readonly<Record<string, string>> = { 'is-overdue': '◆', 'is-short': '●', 'is-paused': '‖', 'is-calm': '' }

/** A clock in a line: what runs, what is left in words, and a bar of what is spent. */
export function ClockMark({ clock, title, minutesPerDay }: ClockMarkProps) {
  const t = useText()
  const language = useLanguage()
  const tone = toneOf(clock)
  const percent = spentPercent(clock)
  const hint = clock.dueAt ? `${t(due)}${instantText(clock.dueAt, language)}` : null
  return (
    <span className={`clock-mark ${tone}`}>
      <Hint hint={hint} className="clock-words">
        <span className="clock-title">{t(title)}</span>{' '}
        <strong>
          {glyphs[tone] ? <span aria-hidden="true">{glyphs[tone]} </span> : null}
          {timeLeftText(clock, language, minutesPerDay)}
        </strong>
      </Hint>
      {percent === null ? null : (
        <svg className="clock-bar" viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">
          <rect className="clock-bar-all" width="100" height="3" />
          <rect className="clock-bar-spent" width={percent} height="3" />
        </svg>
      )}
    </span>
  )
}
