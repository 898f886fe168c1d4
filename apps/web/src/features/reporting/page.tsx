import { reportsDue } from '@guatu/contract'
import { monthBefore } from '@guatu/playbook'
import { useEffect, useState } from 'react'
import { useRoute } from '../../api/query.ts'
import { useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import type { KeptDue } from '../../offline/database.ts'
import { keepDue, lastDue } from '../../offline/drafts.ts'
import { ownerOf } from '../../offline/owner.ts'
import { registerWorker } from '../../offline/register-worker.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { Reporting } from './reporting.tsx'
import { reportingTexts as texts } from './texts.ts'

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/
/** What came in late may still be reported. */
const monthsBack = 3

/** 报送: what the person has to report this month, by phone as by desktop; without network from what was kept. */
export default function ReportingPage() {
  const t = useText()
  const { me, today } = useSession()
  const owner = ownerOf(me?.personId)
  const [{ month: wished = '' }] = useViewState()
  const month = monthPattern.test(wished) ? wished : today.slice(0, 7)
  const found = useRoute(reportsDue, { query: { month } }, { keepLast: true, staleTime: 5_000 })
  const kept = useKept(owner, found.data === undefined && (found.isError || found.isPaused))
  usePageTitle(t(texts.pageTitle))
  useEffect(registerWorker, [])
  useEffect(() => {
    const reply = found.data
    if (!reply || reply.month !== today.slice(0, 7)) return
    void keepDue({ owner, name: me?.name ?? '', reply, keptAt: new Date().toISOString() }).catch(() => undefined)
  }, [found.data, owner, me, today])
  const months = Array.from({ length: monthsBack + 1 }, (_, back) => monthBefore(today.slice(0, 7), back))
  const due = found.data ?? kept?.reply
  if (due) return <Reporting {...{ due, owner, months }} />
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  return <Skeleton label={t(texts.loading)} lines={10} />
}

/** What was kept of before, once it is wanted. */
function useKept(owner: string, wanted: boolean): KeptDue | undefined {
  const [kept, setKept] = useState<KeptDue | undefined>()
  useEffect(() => {
    if (wanted) void lastDue(owner).then(setKept, () => undefined)
  }, [owner, wanted])
  return kept
}
