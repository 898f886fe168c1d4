import { getItem, type ItemReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { useRoute } from '../../../api/query.ts'
import { useText } from '../../../app/language.ts'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { ErrorState, Skeleton } from '../../../ui/states.tsx'
import type { WallRow } from '../rows/row-model.ts'
import { wallTexts } from '../texts.ts'
import { NodeDetail } from './node-detail.tsx'
import { ProjectDetail } from './project-detail.tsx'
import { panelTexts } from './texts.ts'

interface DetailPanelProps {
  readonly row: WallRow
  readonly playbook: Playbook
  readonly onClose: () => void
  readonly onGo: (key: string) => void
  readonly edits: PanelEdits
}

/** What can be changed from the details; it is tried on the map first. */
interface PanelEdits {
  readonly liftFixed: () => void
  readonly moveDeadline: (finish: string) => void
}

/** Beside the map: what is known of the active row, with the reasons that the server keeps. */
export function DetailPanel({ row, playbook, onClose, onGo, edits }: DetailPanelProps) {
  const t = useText()
  const reply = useRoute(getItem, { params: { itemId: row.item.itemId } })
  const of = row.kind === 'node' ? row.node : row.item
  return (
    <aside className="wall-panel" aria-label={of.title}>
      <header>
        <span className="wall-panel-kind">{t(row.kind === 'node' ? panelTexts.node : panelTexts.project)}</span>
        <button type="button" className="wall-close" aria-label={t(panelTexts.close)} onClick={onClose}>
          ✕
        </button>
      </header>
      <h2>{of.title}</h2>
      <p className="wall-panel-sub">
        <LampMark level={of.lamp} />
        <Link to="/item/$itemId" params={{ itemId: row.item.itemId }}>
          {row.kind === 'node' ? row.item.title : t(panelTexts.openProject)}
        </Link>
      </p>
      {row.kind === 'node' ? (
        <NodeDetail row={row} reply={reply.data} onGo={onGo} onLiftFixed={edits.liftFixed} />
      ) : (
        <ProjectDetail row={row} reply={reply.data} playbook={playbook} onMoveDeadline={edits.moveDeadline} />
      )}
      <Reasons row={row} reply={reply.data} />
      {reply.isPending ? <Skeleton label={t(wallTexts.loading)} lines={3} /> : null}
      {reply.error ? <ErrorState error={reply.error} onRetry={() => void reply.refetch()} /> : null}
    </aside>
  )
}

/** Which rules lit the lamp and on which figures. */
function Reasons({ row, reply }: { readonly row: WallRow; readonly reply: ItemReply | undefined }) {
  const t = useText()
  if (reply === undefined) return null
  const nodeKey = row.kind === 'node' ? row.node.nodeKey : undefined
  const reasons = reply.item.lampReasons.filter((reason) => nodeKey === undefined || reason.nodeKey === nodeKey)
  return (
    <section>
      <h3>{t(panelTexts.lampReason)}</h3>
      {reasons.length === 0 ? <p className="figure-absent">{t(panelTexts.noReason)}</p> : null}
      <ul className="wall-reasons">
        {reasons.map((reason) => (
          <li key={`${reason.rule}/${reason.nodeKey ?? ''}`}>
            <LampMark level={reason.level} glyphOnly />
            {t(reason.text)}
          </li>
        ))}
      </ul>
    </section>
  )
}
