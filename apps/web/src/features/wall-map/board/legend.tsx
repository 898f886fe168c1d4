import { lampFaces, lampLevels } from '@guatu/kernel'
import { type Text, useText } from '../../../app/language.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { wallTexts } from '../texts.ts'

const marks: readonly (readonly [className: string, title: Text])[] = [
  ['wall-bar', wallTexts.legendBar],
  ['wall-bar is-critical', wallTexts.legendCritical],
  ['wall-bar is-done', wallTexts.legendDone],
  ['wall-float', wallTexts.legendFloat],
  ['wall-baseline', wallTexts.legendBaseline],
  ['wall-bar is-milestone', wallTexts.legendMilestone],
  ['wall-blocked', wallTexts.legendBlocked],
  ['wall-deadline', wallTexts.legendDeadline],
  ['wall-today', wallTexts.today],
  ['wall-off', wallTexts.legendWeekend],
  ['wall-off is-holiday', wallTexts.legendHoliday],
]

/** What the marks mean: at the foot of the map and of every printed page. */
export function Legend() {
  const t = useText()
  return (
    <ul className="wall-legend" aria-label={t(wallTexts.legend)}>
      {marks.map(([className, title]) => (
        <li key={className}>
          <span className="wall-sample" aria-hidden="true">
            <span className={className} />
          </span>
          {t(title)}
        </li>
      ))}
      {lampLevels.map((level) => (
        <li key={level} title={t(lampFaces[level].title)}>
          <LampMark level={level} />
        </li>
      ))}
    </ul>
  )
}
