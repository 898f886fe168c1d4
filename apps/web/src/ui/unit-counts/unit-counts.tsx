import { useDirectory } from '../../api/session.tsx'
import { type Text, useText } from '../../app/language.ts'
import { countText } from '../format.ts'
import './unit-counts.css'

interface UnitCount {
  /** A unit's id, or `none`. */
  readonly key: string
  readonly orgId: string | null
  readonly count: number
}

interface UnitCountsProps {
  readonly units: readonly UnitCount[]
  readonly chosen: string | undefined
  readonly onChoose: (unit: string | undefined) => void
}

const noUnit: Text = { zh: '未定责任单位', en: 'No unit yet' }

/** Units with how many each has, as bars; one that is pressed narrows the rows, and once more widens them again. */
export function UnitCounts({ units, chosen, onChoose }: UnitCountsProps) {
  const t = useText()
  const { orgName } = useDirectory()
  const most = Math.max(1, ...units.map(({ count }) => count))
  return (
    <ul className="unit-counts">
      {units.map(({ key, orgId, count }) => (
        <li key={key}>
          <button
            type="button"
            aria-pressed={chosen === key}
            onClick={() => onChoose(chosen === key ? undefined : key)}
          >
            <span>{orgId === null ? t(noUnit) : orgName(orgId)}</span>
            <meter min={0} max={most} value={count} aria-hidden="true" />
            <strong>{countText(count)}</strong>
          </button>
        </li>
      ))}
    </ul>
  )
}
