import { getItem } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link, useParams } from '@tanstack/react-router'
import { usePlaybook } from '../../api/playbook.ts'
import { useRoute } from '../../api/query.ts'
import { RefusedError } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { ItemReports } from '../../ui/reports/item-reports.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { ChangesPart } from './changes-part.tsx'
import { EvidencePart } from './evidence/evidence-part.tsx'
import { FactsPart } from './facts-part.tsx'
import { FieldsPart } from './fields-part.tsx'
import { BlocksPart } from './loop/blocks-part.tsx'
import { ClocksPart } from './loop/clocks-part.tsx'
import { Evaluation } from './loop/evaluation.tsx'
import { LinksPart } from './loop/links-part.tsx'
import { MoveBar } from './loop/move-bar.tsx'
import { WayPart } from './loop/way-part.tsx'
import { NodesPart } from './nodes-part.tsx'
import { ApplicationPart } from './plan-changes/application-part.tsx'
import { PlanPart } from './plan-changes/plan-part.tsx'
import type { Project } from './project.ts'
import { ProjectHead } from './project-head.tsx'
import { StageStrip } from './stage-strip.tsx'
import { ExemptionsPart } from './standing/exemptions-part.tsx'
import { PledgesPart } from './standing/pledges-part.tsx'
import { Tabs, tabsOf, useTab } from './tabs.tsx'
import { texts } from './texts.ts'
import './project.css'
import './loop/loop.css'

export default function ProjectPage() {
  const t = useText()
  const { itemId = '' } = useParams({ strict: false })
  const found = useRoute(getItem, { params: { itemId } })
  if (found.error instanceof RefusedError && found.error.reply.code === 'NOT_FOUND') return <NotSeen />
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) {
    return (
      <div className="project">
        <Skeleton label={t(texts.loading)} lines={10} />
      </div>
    )
  }
  return <Loaded reply={found.data} />
}

/** Whether it is nowhere or only not this person's to see is not told apart. */
function NotSeen() {
  const t = useText()
  usePageTitle(t(texts.notSeen))
  return (
    <EmptyState title={t(texts.notSeen)} hint={t(texts.notSeenHint)}>
      <Link className="button is-primary" to="/">
        {t(texts.toMine)}
      </Link>
      <Link className="button" to="/access">
        {t(texts.whatDoISee)}
      </Link>
    </EmptyState>
  )
}

function Loaded({ reply }: { readonly reply: Project['reply'] }) {
  const playbook = usePlaybook(reply.item.playbookKey)
  const offered = tabsOf(playbook)
  const tab = useTab(offered)
  usePageTitle(reply.item.title)
  const project: Project = { reply, playbook }
  return (
    <div className="project">
      <ProjectHead {...project} />
      {isLoop(playbook) ? <MoveBar {...project} /> : <StageStrip {...project} />}
      <BlocksPart {...project} />
      {playbook.capabilities.includes('changes') ? <ApplicationPart {...project} /> : null}
      <Tabs offered={offered} tab={tab} />
      <div className="project-part" role="tabpanel" id={`project-${tab}`} aria-labelledby={`project-tab-${tab}`}>
        {tab === 'nodes' ? <NodesPart {...project} /> : null}
        {tab === 'plan' ? <PlanPart {...project} /> : null}
        {tab === 'fields' ? <FieldsPart {...project} /> : null}
        {tab === 'facts' ? <FactsPart {...project} /> : null}
        {tab === 'facts' && playbook.capabilities.includes('reports') ? (
          <ItemReports itemId={reply.item.itemId} />
        ) : null}
        {tab === 'evidence' ? <EvidencePart {...project} /> : null}
        {tab === 'way' ? <LoopParts {...project} /> : null}
        {tab === 'changes' ? <ChangesPart {...project} /> : null}
      </div>
      <PledgesPart {...project} />
      <ExemptionsPart {...project} />
      <Evaluation {...project} />
      <LinksPart {...project} />
    </div>
  )
}

/** A list whose moves have words and parties of their own: one acts by buttons, not by a path of stages. */
const isLoop = ({ moves }: Playbook): boolean => moves.some(({ title }) => title !== undefined)

function LoopParts(project: Project) {
  return (
    <>
      <ClocksPart {...project} />
      <WayPart {...project} />
    </>
  )
}
