import type { GapsReply } from '@guatu/contract'
import { fiveFixes } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import type { ViewState } from '../../app/search.ts'
import { countText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { UnitCounts } from '../../ui/unit-counts/unit-counts.tsx'
import { fixTitles, gapTitles, fiveFixTexts as texts } from './texts.ts'
import { type CheckView, kindCounts, unitCounts } from './view.ts'

interface FilterPartProps {
  readonly playbook: Playbook
  readonly reply: GapsReply
  readonly view: CheckView
  readonly onChange: (patch: ViewState) => void
}

/** Counts by kind and by unit: every figure narrows the list, and once more widens it again. */
export function FilterPart({ playbook, reply, view, onChange }: FilterPartProps) {
  const t = useText()
  return (
    <div className="check-filters">
      <Section title={t(texts.kinds)}>
        <Kinds {...{ reply, view, onChange }} />
      </Section>
      <Section title={t(texts.units)} aside={<Part {...{ playbook, view, onChange }} />}>
        <UnitCounts
          units={unitCounts(reply, view.gap, view.unit)}
          chosen={view.unit}
          onChoose={(unit) => onChange({ unit })}
        />
      </Section>
    </div>
  )
}

type KindsProps = Omit<FilterPartProps, 'playbook'>

function Kinds({ reply, view, onChange }: KindsProps) {
  const t = useText()
  const counts = kindCounts(reply, view.unit)
  const shown = fiveFixes.filter((fix) => fix !== 'matter' || counts.matter > 0)
  return (
    <ul className="check-kinds">
      {shown.map((fix) => (
        <li key={fix}>
          <button
            type="button"
            aria-pressed={view.gap === fix}
            onClick={() => onChange({ gap: view.gap === fix ? undefined : fix })}
          >
            <small>{t(fixTitles[fix])}</small>
            <span>{t(gapTitles[fix])}</span>
            <strong className={counts[fix] === 0 ? 'is-none' : ''}>{countText(counts[fix])}</strong>
          </button>
        </li>
      ))}
    </ul>
  )
}

type PartProps = Omit<FilterPartProps, 'reply'>

/** Which part of the list is checked: an area, a stage. */
function Part({ playbook, view, onChange }: PartProps) {
  const t = useText()
  const { areas } = useSession()
  return (
    <span className="check-part no-print">
      <select
        className="field-input"
        aria-label={t(texts.area)}
        value={view.area ?? ''}
        onChange={(event) => onChange({ area: event.target.value || undefined })}
      >
        <option value="">{t(texts.allAreas)}</option>
        {areas.map(({ code, shortName }) => (
          <option key={code} value={code}>
            {shortName}
          </option>
        ))}
      </select>
      <select
        className="field-input"
        aria-label={t(texts.stage)}
        value={view.stage ?? ''}
        onChange={(event) => onChange({ stage: event.target.value || undefined })}
      >
        <option value="">{t(texts.allStages)}</option>
        {playbook.stages.map(({ key, title }) => (
          <option key={key} value={key}>
            {t(title)}
          </option>
        ))}
      </select>
    </span>
  )
}
