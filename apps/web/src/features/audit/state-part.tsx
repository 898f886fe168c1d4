import {
  cancelVerification,
  type getRecordState,
  getSignedHead,
  getVerification,
  type ReplyOf,
  startVerification,
  type Verification,
} from '@guatu/contract'
import { useMutation } from '@tanstack/react-query'
import { addressOf, call } from '../../api/call.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useLanguage, useText } from '../../app/language.ts'
import { countText, instantText } from '../../ui/format.ts'
import { Sentence } from '../../ui/section.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { sizeText } from './filter.ts'
import { auditTexts as texts } from './texts.ts'

type RecordState = ReplyOf<typeof getRecordState>

const sixMonths = 183 * 86_400_000
const pollMilliseconds = 500

/** How much record there is and since when: it is kept whole, six months hot is the least. */
export function StatePart({ state }: { readonly state: RecordState }) {
  const t = useText()
  const language = useLanguage()
  const { events, oldestAt, newestAt, bytes, algorithm } = state
  const oldest = oldestAt ? instantText(oldestAt, language) : '—'
  const isYoung = oldestAt !== null && newestAt !== null && Date.parse(newestAt) - Date.parse(oldestAt) < sixMonths
  return (
    <>
      <Sentence>{t(texts.sentence, { count: countText(events), oldest })}</Sentence>
      <p className="audit-note">
        {t(texts.retention, { size: sizeText(bytes), algorithm: algorithm === 'sm3' ? 'SM3' : 'SHA-256' })}
        {isYoung ? t(texts.young) : ''}
      </p>
      <VerdictBar />
    </>
  )
}

/** The verdict of the chain, and the ways to walk it anew and to take its signed head home. */
function VerdictBar() {
  const t = useText()
  const found = useRoute(getVerification, {})
  const start = useMutation({
    mutationFn: () => call(startVerification, {}),
    onSuccess: () => refresh(getVerification),
  })
  const cancel = useMutation({
    mutationFn: () => call(cancelVerification, {}),
    onSuccess: () => refresh(getVerification),
  })
  const verification = found.data
  const running = verification?.state === 'running'
  return (
    <div className="audit-verdict">
      <div role="status">{verification ? <Verdict verification={verification} /> : null}</div>
      {running ? <Poll /> : null}
      {running ? (
        <button type="button" className="button no-print" onClick={() => cancel.mutate()}>
          {t(texts.cancel)}
        </button>
      ) : (
        <button type="button" className="button is-primary no-print" onClick={() => start.mutate()}>
          {t(texts.verify)}
        </button>
      )}
      <a className="button no-print" href={addressOf(getSignedHead, {})} download>
        {t(texts.head)}
      </a>
      {start.error ? <ErrorState error={start.error} /> : null}
    </div>
  )
}

/** Asks how far the walk is for as long as it stands on the page. */
function Poll() {
  useRoute(getVerification, {}, { refetchInterval: pollMilliseconds })
  return null
}

function Verdict({ verification }: { readonly verification: Verification }) {
  const t = useText()
  const language = useLanguage()
  const { state, walked, total, endedAt, fault } = verification
  if (state === 'running') {
    return (
      <>
        {t(texts.running, { walked: countText(walked), total: countText(total) })}{' '}
        <progress value={walked} max={Math.max(total, 1)} aria-label={t(texts.verify)} />
      </>
    )
  }
  const at = endedAt ? instantText(endedAt, language) : ''
  if (state === 'whole') return <span className="audit-whole">{t(texts.whole, { total: countText(total), at })}</span>
  if (state === 'broken' && fault) {
    return <strong className="audit-broken">{t(texts.broken, { seq: fault.seq, problem: t(fault.title) })}</strong>
  }
  return <>{t(state === 'cancelled' ? texts.cancelled : state === 'failed' ? texts.failed : texts.none)}</>
}
