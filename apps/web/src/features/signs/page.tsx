import { listSigns, type SignBoard } from '@guatu/contract'
import { signKeys, signs } from '@guatu/kernel'
import { refresh, useRoute } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { countText } from '../../ui/format.ts'
import { Section, Sentence } from '../../ui/section.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { RecordsPart } from './records-part.tsx'
import { signTexts as texts } from './texts.ts'
import { UnitsPart } from './units-part.tsx'
import { countedWords, isNarrowed, signView, toggled } from './view.ts'
import '../../forms/forms.css'
import './signs.css'

/** 慢阻浮推怕: five signs by unit, each number the records behind it. */
export default function SignsPage() {
  const t = useText()
  const [state, change] = useViewState()
  const view = signView(state)
  const { data, error } = useRoute(listSigns, { query: view }, { keepLast: true })
  usePageTitle(t(texts.pageTitle))
  if (error) return <ErrorState error={error} onRetry={() => void refresh(listSigns)} />
  if (!data) return <Skeleton label={t(texts.loading)} lines={12} />
  return (
    <div className="signs">
      <Head board={data} />
      {data.presentOnly ? <p className="signs-past">{t(texts.present)}</p> : null}
      <ul className="signs-five">
        {signKeys.map((key) => (
          <li key={key}>
            <button
              type="button"
              aria-pressed={view.sign === key && view.unit === undefined}
              onClick={() => void change(toggled(view, { sign: key }))}
            >
              <span className="signs-word">{t(signs[key].title)}</span>
              <strong className={data.counts[key] ? '' : 'is-none'}>{countText(data.counts[key] ?? 0)}</strong>
              <small>{t(signs[key].meaning)}</small>
            </button>
          </li>
        ))}
      </ul>
      <div className={`signs-parts ${isNarrowed(view) ? 'is-narrowed' : ''}`}>
        <UnitsPart board={data} view={view} onChange={(patch) => void change(patch)} />
        <RecordsPart board={data} view={view} onChange={(patch) => void change(patch)} />
      </div>
      <Definitions thresholds={data.thresholds} />
    </div>
  )
}

function Head({ board }: { readonly board: SignBoard }) {
  const t = useText()
  const language = useLanguage()
  const found = signKeys.filter((key) => (board.counts[key] ?? 0) > 0)
  const list = found
    .map((key) => t(texts.part, { sign: t(signs[key].title), count: countText(board.counts[key] ?? 0) }))
    .join(language === 'zh' ? '、' : ', ')
  return (
    <>
      <Sentence>
        {found.length === 0 ? t(texts.sentenceNone) : t(texts.sentence, { items: countText(board.items), list })}
      </Sentence>
      <p className="signs-note">{t(texts.note)}</p>
    </>
  )
}

/** The thresholds as they are applied, for everybody to read. */
function Definitions({ thresholds }: Pick<SignBoard, 'thresholds'>) {
  const t = useText()
  const language = useLanguage()
  return (
    <Section title={t(texts.defined)}>
      <dl className="signs-defined">
        {signKeys.map((key) => (
          <div key={key}>
            <dt>{t(signs[key].title)}</dt>
            <dd>
              {countedWords(key, thresholds)
                .map((words) => t(words))
                .join(language === 'zh' ? '；' : '; ')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
