import { useText } from '../../app/language.ts'
import { texts } from './texts.ts'

export interface Problem {
  readonly row: number
  readonly column?: string | null
  readonly value?: string | null
  readonly message: string
  readonly accepted?: readonly string[]
}

const SHOWN = 200

/** Problems by cell, as the spreadsheet names its cells; the error workbook holds those beyond the first two hundred. */
export function ProblemTable({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText()
  if (problems.length === 0) return <p className="import-note">{t(texts.noneOfThese)}</p>
  return (
    <div className="import-scroll">
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{t(texts.row)}</th>
            <th scope="col">{t(texts.column)}</th>
            <th scope="col">{t(texts.value)}</th>
            <th scope="col">{t(texts.message)}</th>
          </tr>
        </thead>
        <tbody>
          {problems.slice(0, SHOWN).map((problem) => (
            <tr key={`${problem.row}${problem.column ?? ''}${problem.message}`}>
              <td className="is-number">{problem.row}</td>
              <td>{problem.column ?? ''}</td>
              <td className="import-sample">{problem.value ?? ''}</td>
              <td>
                {problem.message}
                {problem.accepted?.length ? (
                  <span className="import-accepted">{t(texts.accepted, { values: problem.accepted.join('、') })}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > SHOWN ? (
        <p className="import-note">{t(texts.more, { count: problems.length - SHOWN })}</p>
      ) : null}
    </div>
  )
}
