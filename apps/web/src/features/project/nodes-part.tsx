import type { NodeReply } from '@guatu/contract'
import { useState } from 'react'
import { useText } from '../../app/language.ts'
import { gapCounts } from './five-fix.ts'
import { NodeEditor } from './node-editor.tsx'
import { NodesTable } from './nodes-table.tsx'
import type { Project } from './project.ts'
import { texts } from './texts.ts'

const lateLamps = new Set(['red', 'orange', 'yellow'])

/** The five-fix table: what must be done by whom, to what standard, until when, and who answers for it. */
export function NodesPart({ reply, playbook }: Project) {
  const t = useText()
  const [edited, setEdited] = useState<string | null>(null)
  const { nodes, feasible, shortfallWorkdays } = reply.plan
  const holes = gapCounts(playbook, nodes)
  const node = nodes.find(({ nodeKey }) => nodeKey === edited)
  return (
    <>
      <p className="project-sentence">
        {t(texts.planSentence, {
          total: nodes.length,
          done: nodes.filter(isDone).length,
          late: nodes.filter(isLate).length,
        })}{' '}
        {feasible ? null : <strong>{t(texts.planInfeasible, { count: shortfallWorkdays })}</strong>}
      </p>
      {holes.length > 0 ? (
        <p className="project-muted">
          {t(texts.holes, {
            list: holes.map(([fix, count]) => t(texts.holeCount, { fix: t(texts.fixes[fix]), count })).join('、'),
          })}
        </p>
      ) : null}
      <NodesTable
        {...{ playbook, nodes }}
        itemId={reply.item.itemId}
        onEdit={reply.allowed.includes('item.plan') ? setEdited : null}
      />
      {node ? (
        <NodeEditor key={node.nodeKey} {...{ playbook, node }} item={reply.item} onClose={() => setEdited(null)} />
      ) : null}
    </>
  )
}

const isDone = ({ done }: NodeReply): boolean => done

const isLate = ({ done, lamp }: NodeReply): boolean => !done && lateLamps.has(lamp)
