import type { ImportDifference } from '@guatu/contract'
import { usePlaybook } from '../../api/playbook.ts'
import { useText } from '../../app/language.ts'
import { texts } from './texts.ts'

interface DifferenceListProps {
  readonly playbook: string
  readonly differences: readonly ImportDifference[]
  readonly total: number
  readonly isKept: (itemId: string, field: string) => boolean
  readonly onToggle: (itemId: string, field: string) => void
  readonly keepAll: boolean
  readonly onKeepAll: (keep: boolean) => void
}

/** Cell by cell what the ledger would change; each cell can keep what is stored. */
export function DifferenceList(props: DifferenceListProps) {
  const t = useText()
  const { differences, total, keepAll, onKeepAll } = props
  if (total === 0) return null
  return (
    <>
      <button type="button" className="button no-print" aria-pressed={keepAll} onClick={() => onKeepAll(!keepAll)}>
        {t(keepAll ? texts.takeAll : texts.keepAll)}
      </button>
      <div className="import-scroll">
        <table className="import-table">
          <thead>
            <tr>
              <th scope="col">{t(texts.row)}</th>
              <th scope="col">{t(texts.field)}</th>
              <th scope="col">{t(texts.before)}</th>
              <th scope="col">{t(texts.after)}</th>
              <th scope="col">{t(texts.keepStored)}</th>
            </tr>
          </thead>
          {differences.map((difference) => (
            <DifferenceRows key={difference.itemId} difference={difference} {...props} />
          ))}
        </table>
        {total > differences.length ? (
          <p className="import-note">{t(texts.moreDifferences, { count: total - differences.length })}</p>
        ) : null}
      </div>
    </>
  )
}

function DifferenceRows(props: DifferenceListProps & { readonly difference: ImportDifference }) {
  const t = useText()
  const { difference, isKept, onToggle, keepAll } = props
  const playbook = usePlaybook(props.playbook)
  return (
    <tbody>
      <tr className="import-difference-title">
        <td className="is-number">{difference.row}</td>
        <th colSpan={4} scope="rowgroup">
          {difference.title}
        </th>
      </tr>
      {difference.cells.map((cell) => {
        const kept = isKept(difference.itemId, cell.field)
        const title = t(playbook.fields[cell.field]?.title ?? texts.stage)
        return (
          <tr key={cell.field} className={kept ? 'is-kept' : ''}>
            <td />
            <td>{title}</td>
            <td className="import-before">{cell.beforeText}</td>
            <td className="import-after">{cell.afterText}</td>
            <td>
              <input
                type="checkbox"
                aria-label={`${difference.title} ${title} ${t(texts.keepStored)}`}
                checked={kept}
                disabled={keepAll}
                onChange={() => onToggle(difference.itemId, cell.field)}
              />
            </td>
          </tr>
        )
      })}
    </tbody>
  )
}
