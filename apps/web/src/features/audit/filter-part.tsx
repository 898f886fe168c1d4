import { exportEventsCsv, exportEventsXlsx, type getRecordState, type ReplyOf } from '@guatu/contract'
import { addressOf } from '../../api/call.ts'
import { type Text, useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { type Filter, filterKeys, filterOf } from './filter.ts'
import { auditTexts as texts } from './texts.ts'
import { TypedFilter } from './typed-filter.tsx'

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
    <>
      <p className="audit-searched">{searchedText(filter, verbs, t)}</p>
      <search className="audit-filter no-print">
        {typed.map(([key, title, type]) => (
          <TypedFilter
            key={key}
            title={t(title)}
            type={type}
            value={view[key] ?? ''}
            onSettled={(value) => void change({ [key]: value || undefined }, { replace: true })}
          />
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
        <div className="audit-acts">
          <button
            type="button"
            className="button"
            disabled={isEmpty}
            onClick={() => void change(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}
          >
            {t(texts.clear)}
          </button>
          {filter.itemId ? (
            <button type="button" className="button" onClick={() => void change({ itemId: undefined })}>
              {t(texts.ofItem)} ×
            </button>
          ) : null}
          <Downloads filter={filter} />
        </div>
      </search>
    </>
  )
}

/** The same events as files. */
function Downloads({ filter }: { readonly filter: Filter }) {
  const t = useText()
  const files = [
    [exportEventsXlsx, texts.xlsx],
    [exportEventsCsv, texts.csv],
  ] as const
  return files.map(([route, title]) => (
    <a
      key={route.name}
      className="button"
      href={addressOf(route, { query: filter })}
      title={t(texts.exportNote)}
      download
    >
      {t(title)}
    </a>
  ))
}

/** What a printed list was searched by, since the form itself is not printed. */
function searchedText(filter: Filter, verbs: FilterPartProps['verbs'], t: ReturnType<typeof useText>): string {
  const said = typed.flatMap(([key, title]) => (filter[key] ? [`${t(title)} ${filter[key]}`] : []))
  const verb = verbs.find((one) => one.verb === filter.verb)
  if (verb) said.push(t(verb.title))
  if (filter.itemId) said.push(t(texts.ofItem))
  return said.length > 0 ? `${t(texts.searched)}${said.join('；')}` : ''
}
