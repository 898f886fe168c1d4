import { getRecordState } from '@guatu/contract'
import { useRoute } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { EventList } from './event-list.tsx'
import { FilterPart } from './filter-part.tsx'
import { StatePart } from './state-part.tsx'
import { auditTexts as texts } from './texts.ts'
import '../../forms/forms.css'
import './audit.css'

/** The record as the audit administrator reads it: search, verdict of the chain, signed head, export. */
export default function AuditPage() {
  const t = useText()
  usePageTitle(t(texts.pageTitle))
  const found = useRoute(getRecordState, {})
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={12} />
  return (
    <div className="audit">
      <StatePart state={found.data} />
      <FilterPart verbs={found.data.verbs} />
      <EventList />
    </div>
  )
}
