import type { NodeReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { nodeStandard, nodeTitle } from '../../api/playbook.ts'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { DateText } from '../../ui/date-text.tsx'
import { dayText } from '../../ui/format.ts'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { OrderLink } from './loop/order-link.tsx'
import { RaiseLink } from './loop/raise-link.tsx'
import { texts } from './texts.ts'

const columns = ['lamp', 'matter', 'person', 'accountability', 'start', 'finish', 'workdays', 'float', 'state'] as const

interface NodesTableProps {
  readonly playbook: Playbook
  readonly nodes: readonly NodeReply[]
  readonly itemId: string
  /** Null: the reader may not change the plan. */
  readonly onEdit: ((nodeKey: string) => void) | null
}

export function NodesTable({ playbook, nodes, itemId, onEdit }: NodesTableProps) {
  const t = useText()
  return (
    <div className="project-scroll">
      <table className="project-nodes">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`is-${column}`}>
                {t(texts.columns[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => (
            <NodeRow
              key={node.nodeKey}
              {...{ playbook, node, itemId }}
              onEdit={onEdit && (() => onEdit(node.nodeKey))}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface NodeRowProps {
  readonly playbook: Playbook
  readonly node: NodeReply
  readonly itemId: string
  readonly onEdit: (() => void) | null
}

function NodeRow({ playbook, node, itemId, onEdit }: NodeRowProps) {
  const t = useText()
  const title = t(nodeTitle(playbook, node))
  const evidence = playbook.nodes.find(({ key }) => key === node.nodeKey)?.evidence
  const { orgName, personName } = useDirectory()
  return (
    <tr className={`${node.done ? 'is-done' : ''} ${node.critical && !node.done ? 'is-critical' : ''}`}>
      <td className="is-lamp">
        <LampMark level={node.lamp} />
      </td>
      <th scope="row" className="is-matter">
        {onEdit ? (
          <button type="button" onClick={onEdit} aria-label={t(texts.editNode, { node: title })}>
            {title}
          </button>
        ) : (
          title
        )}
        <span className="project-muted">{t(nodeStandard(playbook, node))}</span>
        {evidence ? <span className="project-asked">{t(texts.evidenceAsked, { what: t(evidence) })}</span> : null}
      </th>
      <td className="is-person">{personName(node.ownerId) || <Unset />}</td>
      <td className="is-accountability">
        {orgName(node.leadOrgId) || <Unset />}
        {node.leaderId ? <span className="project-muted">{personName(node.leaderId)}</span> : null}
      </td>
      <td className="is-start">
        <DateText date={node.plannedStart} />
      </td>
      <td className="is-finish">
        <DateText date={node.plannedFinish} />
      </td>
      <td className="is-workdays">{t(texts.workdays, { count: node.durationWorkdays })}</td>
      <td className="is-float">
        {node.critical && !node.done ? (
          <span className="project-critical">{t(texts.critical)}</span>
        ) : node.floatWorkdays === null ? (
          ''
        ) : (
          t(texts.workdays, { count: node.floatWorkdays })
        )}
      </td>
      <td className="is-state">
        <NodeState node={node} />
        {node.done ? null : (
          <RaiseLink itemId={itemId} node={{ nodeKey: node.nodeKey, title }} className="node-raise" />
        )}
        {!node.done && ['red', 'orange', 'yellow'].includes(node.lamp) ? (
          <OrderLink itemId={itemId} node={{ nodeKey: node.nodeKey, title }} className="node-raise" />
        ) : null}
      </td>
    </tr>
  )
}

function Unset() {
  const t = useText()
  return <span className="project-unset">{t(texts.unset)}</span>
}

/** What has been reported, and where nothing was: how it is known that the node is behind the project. */
function NodeState({ node }: { readonly node: NodeReply }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const day = (iso: string) => dayText(iso, { language, today })
  if (node.actualFinish) return t(texts.doneOn, { day: day(node.actualFinish) })
  if (node.done) return <span className="project-muted">{t(texts.doneByStage)}</span>
  if (node.actualStart) return t(texts.startedOn, { day: day(node.actualStart) })
  return <span className="project-muted">{t(texts.notStarted)}</span>
}
