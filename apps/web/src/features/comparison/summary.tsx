import type { ComparisonReply } from '@guatu/contract'
import { differenceKinds } from '@guatu/kernel'
import { useText } from '../../app/language.ts'
import type { ViewState } from '../../app/search.ts'
import { countText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { UnitCounts } from '../../ui/unit-counts/unit-counts.tsx'
import { kindTitles, comparisonTexts as texts } from './texts.ts'
import type { ComparisonView } from './view.ts'

interface SummaryProps {
  readonly reply: ComparisonReply
  readonly view: ComparisonView
  readonly onChange: (patch: ViewState) => void
}

/** Always there, so that one reads at a glance what did not happen too. */
const mainKinds = ['noLonger', 'nowMeets', 'later', 'earlier', 'finished'] as const

/** Every figure narrows the rows to those that it counts, and once more widens them again. */
export function Summary({ reply, view, onChange }: SummaryProps) {
  const t = useText()
  const { counts, addedItems, goneItems } = reply
  const kinds = differenceKinds.filter((kind) => counts[kind] > 0 || mainKinds.some((main) => main === kind))
  const figures = [
    ...kinds.map((kind) => ({ key: kind as string, title: t(kindTitles[kind]), count: counts[kind] })),
    ...(addedItems > 0 ? [{ key: 'itemAdded', title: t(texts.itemAdded), count: addedItems }] : []),
    ...(goneItems > 0 ? [{ key: 'itemGone', title: t(texts.itemGone), count: goneItems }] : []),
  ]
  return (
    <ul className="compare-figures" aria-label={t(texts.kinds)}>
      {figures.map(({ key, title, count }) => (
        <li key={key} className={`is-${key}`}>
          <button
            type="button"
            aria-pressed={view.kind === key}
            onClick={() => onChange({ kind: view.kind === key ? undefined : key })}
          >
            <span>{title}</span>
            <strong className={count === 0 ? 'is-none' : ''}>{countText(count)}</strong>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Units by how many of their nodes differ, or differ in the chosen way. */
export function Units({ reply, view, onChange }: SummaryProps) {
  const t = useText()
  const kind = differenceKinds.find((one) => one === view.kind)
  const units = reply.units
    .map(({ orgId, nodes, counts }) => ({ orgId, key: orgId ?? 'none', count: kind ? counts[kind] : nodes }))
    .filter(({ count, key }) => count > 0 || key === view.unit)
    .sort((a, b) => b.count - a.count)
  if (units.length === 0) return null
  return (
    <Section title={t(texts.units)}>
      <UnitCounts units={units} chosen={view.unit} onChoose={(unit) => onChange({ unit })} />
    </Section>
  )
}
