import { listGaps } from '@guatu/contract'
import { useParams } from '@tanstack/react-router'
import { usePlaybook } from '../../api/playbook.ts'
import { refresh } from '../../api/query.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { CheckHead } from './check-head.tsx'
import { FilterPart } from './filter-part.tsx'
import { NodesPart } from './nodes-part.tsx'
import { fiveFixTexts as texts } from './texts.ts'
import { useGaps } from './use-gaps.ts'
import { checkView, queryOf } from './view.ts'
import '../../forms/forms.css'
import './five-fix.css'

/** 五定检查: every open node that lacks person, matter, standard, time or accountability, and a way to assign many. */
export default function FiveFixPage() {
  const t = useText()
  const { playbook: key } = useParams({ strict: false })
  const playbook = usePlaybook(key ?? '')
  const [state, change] = useViewState()
  const view = checkView(state)
  const { reply, ...asking } = useGaps(queryOf(playbook.key, view))
  usePageTitle(t(texts.pageTitle))
  if (asking.error) return <ErrorState error={asking.error} onRetry={() => void refresh(listGaps)} />
  if (!reply) return <Skeleton label={t(texts.loading)} lines={12} />
  const narrowed = Object.values(view).some((value) => value !== undefined)
  return (
    <div className="check" aria-busy={asking.isPlaceholderData}>
      <CheckHead reply={reply} />
      {reply.incompleteNodes === 0 && !narrowed ? (
        <EmptyState title={t(texts.emptyTitle)} hint={t(texts.emptyHint)} />
      ) : (
        <>
          <FilterPart {...{ playbook, reply, view }} onChange={(patch) => void change(patch)} />
          <NodesPart
            key={JSON.stringify(view)}
            {...{ playbook, reply }}
            onMore={asking.hasNextPage ? () => void asking.fetchNextPage() : null}
          />
        </>
      )}
    </div>
  )
}
