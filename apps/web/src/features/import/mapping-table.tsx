import type { ColumnMapping, LedgerReport } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { usePlaybook } from '../../api/playbook.ts'
import { useText } from '../../app/language.ts'
import { confidenceWord } from './mapping.ts'
import { texts } from './texts.ts'

interface MappingTableProps {
  readonly playbook: string
  readonly report: LedgerReport
  readonly mapping: ColumnMapping
  readonly onChange: (column: string, field: string | null) => void
}

export function MappingTable({ playbook, report, mapping, onChange }: MappingTableProps) {
  const t = useText()
  const definition = usePlaybook(playbook)
  return (
    <div className="import-scroll">
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{t(texts.column)}</th>
            <th scope="col">{t(texts.header)}</th>
            <th scope="col">{t(texts.sample)}</th>
            <th scope="col">{t(texts.field)}</th>
            <th scope="col">{t(texts.unit)}</th>
            <th scope="col">{t(texts.confidence)}</th>
          </tr>
        </thead>
        <tbody>
          {report.columns.map((column) => (
            <tr key={column.column} className={mapping[column.column] ? '' : 'is-left-out'}>
              <td>{column.column}</td>
              <td>{column.header}</td>
              <td className="import-sample">{(column.samples ?? []).join(' / ')}</td>
              <td>
                <FieldChoice
                  playbook={definition}
                  label={`${column.column} ${column.header}`}
                  value={mapping[column.column] ?? null}
                  onChange={(field) => onChange(column.column, field)}
                />
              </td>
              <td>{column.unit ?? ''}</td>
              <td>{column.field === null ? '' : <Confidence value={column.confidence} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Confidence({ value }: { readonly value: number }) {
  const t = useText()
  const word = confidenceWord(value)
  return (
    <span className={`import-confidence is-${word}`} title={`${Math.round(value * 100)}%`}>
      {t(texts.confidences[word])}
    </span>
  )
}

interface FieldChoiceProps {
  readonly playbook: Playbook
  readonly label: string
  readonly value: string | null
  readonly onChange: (field: string | null) => void
}

/** Fields by the groups of the form, so that a person finds one among dozens. */
function FieldChoice({ playbook, label, value, onChange }: FieldChoiceProps) {
  const t = useText()
  const fields = Object.entries(playbook.fields)
  return (
    <select aria-label={label} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value || null)}>
      <option value="">{t(texts.leaveOut)}</option>
      <option value="stage">{t(texts.stage)}</option>
      {Object.entries(playbook.groups).map(([group, title]) => (
        <optgroup key={group} label={t(title)}>
          {fields
            .filter(([, field]) => field.group === group)
            .map(([key, field]) => (
              <option key={key} value={key}>
                {t(field.title)}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  )
}
