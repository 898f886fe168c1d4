import type { LedgerReport } from '@guatu/contract'
import { usePlaybook } from '../../api/playbook.ts'
import { useText } from '../../app/language.ts'
import { reportValueText } from './report-value.ts'
import { texts } from './texts.ts'

interface ItemsPreviewProps {
  readonly report: LedgerReport
  readonly playbook: string
}

/** What will be written, as the reading understood it: one line an item, one column a field that the ledger fills. */
export function ItemsPreview({ report, playbook }: ItemsPreviewProps) {
  const t = useText()
  const definition = usePlaybook(playbook)
  const mapped = new Set(report.columns.flatMap(({ field }) => (field ? [field] : [])))
  const keys = [...mapped].filter((key) => key !== definition.roles.title)
  if (report.items.length === 0) return <p className="import-note">{t(texts.noneOfThese)}</p>
  return (
    <div className="import-scroll">
      <table className="import-table is-preview">
        <thead>
          <tr>
            <th scope="col">{t(texts.row)}</th>
            <th scope="col">{t(definition.itemTitle)}</th>
            {keys.map((key) => (
              <th key={key} scope="col">
                {t(definition.fields[key]?.title ?? texts.stage)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {report.items.map((item) => (
            <tr key={item.row}>
              <td className="is-number">{item.row}</td>
              <th scope="row">{item.title}</th>
              {keys.map((key) => (
                <td key={key}>{reportValueText(definition, key, item.fields[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {report.importable > report.items.length ? (
        <p className="import-note">{t(texts.moreItems, { count: report.importable - report.items.length })}</p>
      ) : null}
    </div>
  )
}
