import { listReports } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { useRoute } from '../../api/query.ts'
import { useMay } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { Section } from '../section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../states.tsx'
import { ReportBodyPart, ReportStateMark } from './report-card.tsx'
import { reportTexts as texts } from './texts.ts'

/** Reports of one item, month by month: what was reported and what of it is verified. For pages of items. */
export function ItemReports({ itemId }: { readonly itemId: string }) {
  const t = useText()
  const may = useMay()
  const found = useRoute(listReports, { query: { item: itemId, limit: 200 } })
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Skeleton label={t(texts.loading)} lines={5} />
  const { reports } = found.data
  const months = [...new Set(reports.map(({ month }) => month))].sort().reverse()
  const link = may('fact.report') ? (
    <Link className="button no-print" to={'/report' as never} search={{ item: itemId } as never}>
      {t(texts.report)}
    </Link>
  ) : null
  return (
    <div className="item-reports">
      {reports.length === 0 ? (
        <EmptyState title={t(texts.none)} hint={t(texts.noneHint)}>
          {link}
        </EmptyState>
      ) : (
        link
      )}
      {months.map((month) => (
        <Section key={month} title={t(texts.month, { month })}>
          {reports
            .filter((report) => report.month === month)
            .map((report) => (
              <article key={report.reportId} className={`report ${report.replaced ? 'is-replaced' : ''}`}>
                <ReportStateMark report={report} />
                <ReportBodyPart report={report} />
              </article>
            ))}
        </Section>
      ))}
    </div>
  )
}
