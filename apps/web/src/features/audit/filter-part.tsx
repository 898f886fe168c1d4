import { exportEventsCsv, exportEventsXlsx, type getRecordState, type ReplyOf } from '@guatu/contract'
import { addressOf } from '../../api/call.ts'
import { type Text, useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { type Filter, filterKeys, filterOf } from './filter.ts'
import { auditTexts as texts } from './texts.ts'

interface FilterPartProps {
  readonly verbs: ReplyOf<typeof getRecordState>['verbs']
}

const typed = [
  ['from', texts.from, 'date'],
  ['to', texts.to, 'date'],
  ['person', texts.person, 'search'],
  ['post', texts.post, 'search'],
  ['origin', texts.origin, 'search'],
  ['q', texts.words, 'search'],
] as const satisfies readonly (readonly [keyof Filter, Text, string])[]

/** What the record is searched by; it stands in the address, so that a search can be sent to somebody. */
export function FilterPart({ verbs }: FilterPartProps) {
  const t = useText()
  const [view, change] = useViewState()
  const filter = filterOf(view)
  const isEmpty = Object.keys(filter).length === 0
  return (
    <search className="audit-filter no-print">
      {typed.map(([key, title, type]) => (
        <label key={key}>
          {t(title)}
          <input
            className="field-input"
            type={type}
            maxLength={100}
            value={view[key] ?? ''}
            onChange={(event) => void change({ [key]: event.target.value || undefined }, { replace: true })}
          />
        </label>
      ))}
      <label>
        {t(texts.verb)}
        <select
          className="field-input"
          value={view.verb ?? ''}
          onChange={(event) => void change({ verb: event.target.value || undefined })}
        >
          <option value="">{t(texts.anyVerb)}</option>
          {verbs.map(({ verb, title }) => (
            <option key={verb} value={verb}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      {filter.itemId ? <span>{t(texts.ofItem)}</span> : null}
      <div className="audit-acts">
        <button
          type="button"
          className="button"
          disabled={isEmpty}
          onClick={() => void change(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}
        >
          {t(texts.clear)}
        </button>
        <a
          className="button"
          href={addressOf(exportEventsXlsx, { query: filter })}
          title={t(texts.exportNote)}
          download
        >
          {t(texts.xlsx)}
        </a>
        <a className="button" href={addressOf(exportEventsCsv, { query: filter })} title={t(texts.exportNote)} download>
          {t(texts.csv)}
        </a>
      </div>
    </search>
  )
}
