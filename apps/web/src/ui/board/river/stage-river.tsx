import type { Cockpit, LampCounts } from '@guatu/contract'
import { is } from '../../../api/filter.ts'
import { stageTitle } from '../../../api/playbook.ts'
import { useText } from '../../../app/language.ts'
import { countText, percentText } from '../../format.ts'
import { Section } from '../../section.tsx'
import { useBoardScope } from '../board-context.ts'
import { FigureLink } from '../figure-link.tsx'
import { AlarmGlyphs } from '../lamp-counts.tsx'
import { boardTexts } from '../texts.ts'
import { reachesOf, riverHeight, stretchPath } from './flow.ts'
import './river.css'

type Stages = Cockpit['stages']

/**
 * Stages as a river: each column carries its name and count above the water, so no label floats; the water is one
 * stretched drawing below, one unit a column.
 */
export function StageRiver({ stages }: { readonly stages: Stages }) {
  const t = useText()
  const { playbook } = useBoardScope()
  const reaches = reachesOf(stages)
  const lampsOf = new Map(stages.map((stage) => [stage.stage, stage.lamps]))
  return (
    <Section title={t(boardTexts.river)} aside={t(boardTexts.riverNote)} className="river">
      <svg
        className="river-water"
        viewBox={`0 0 ${reaches.length} ${riverHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {reaches.map((reach, index) => (
          <path key={reach.stage} d={stretchPath(reaches, index)} className="river-stretch" />
        ))}
      </svg>
      <ol className="river-stages">
        {reaches.map((reach) => (
          <li key={reach.stage} title={t(boardTexts.reached, { count: reach.reached })}>
            <FigureLink wanted={[is('stage', reach.stage)]} className="river-stage">
              <span className="river-name">{t(stageTitle(playbook, reach.stage))}</span>{' '}
              <span className="figure">{countText(reach.items)}</span>
            </FigureLink>
            <span className="river-flow">
              <StageAlarms stage={reach.stage} lamps={lampsOf.get(reach.stage)!} />
              {reach.onPercent === null ? null : <span>{percentText(Math.round(reach.onPercent))} →</span>}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Calm stages keep the place empty, so the shares stay where they are. */
function StageAlarms({ stage, lamps }: { readonly stage: string; readonly lamps: LampCounts }) {
  if (lamps.red + lamps.orange === 0) return <span />
  return (
    <FigureLink wanted={[is('stage', stage), is('lamp', 'red', 'orange')]} className="river-alarms">
      <AlarmGlyphs lamps={lamps} />
    </FigureLink>
  )
}
