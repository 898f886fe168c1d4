import type { GapNode } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { nodeStandard, nodeTitle, stageTitle } from '../../api/playbook.ts'
import { useDirectory, useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText } from '../../ui/format.ts'
import { nodeKeyOf } from './selection.ts'
import { gapTitles, fiveFixTexts as texts } from './texts.ts'

interface NodeLineProps {
  readonly playbook: Playbook
  readonly node: GapNode
  readonly selected: boolean
  /** The person assigns nodes somewhere; whether this one, the node says. */
  readonly selectable: boolean
  readonly onPick: (node: GapNode, event: Pick<MouseEvent, 'shiftKey'>) => void
}

/** One node: what it is, what it lacks, what it has. */
export function NodeLine({ playbook, node, selected, selectable, onPick }: NodeLineProps) {
  const t = useText()
  const title = t(nodeTitle(playbook, node))
  const { itemId, itemTitle, stage, gaps, assignable } = node
  return (
    <li className={`check-line ${selected ? 'is-selected' : ''}`}>
      {selectable ? (
        <input
          type="checkbox"
          className="no-print"
          data-node={nodeKeyOf(node)}
          aria-label={t(texts.select, { item: itemTitle, node: title })}
          title={assignable ? undefined : t(texts.notYours)}
          checked={selected}
          disabled={!assignable}
          onClick={(event) => onPick(node, event)}
          onChange={() => undefined}
        />
      ) : (
        <span />
      )}
      <span className="check-what">
        <strong>{title}</strong>
        <Link to="/item/$itemId" params={{ itemId }} preload={false}>
          {itemTitle}
        </Link>
        <small>{t(stageTitle(playbook, stage))}</small>
      </span>
      <span className="check-gaps">
        {gaps.map((gap) => (
          <span key={gap} className="check-gap">
            {t(gapTitles[gap])}
          </span>
        ))}
      </span>
      <Duty node={node} />
      <Standard playbook={playbook} node={node} />
    </li>
  )
}

function Duty({ node }: { readonly node: GapNode }) {
  const t = useText()
  const { orgName, personName } = useDirectory()
  const named = [
    [texts.owner, personName(node.ownerId)],
    [texts.leadOrg, orgName(node.leadOrgId)],
    [texts.leader, personName(node.leaderId)],
  ] as const
  return (
    <span className="check-duty">
      {named.map(([label, name]) => (
        <span key={label.zh}>
          <small>{t(label)}</small> {name === '' ? <span className="is-unset">{t(texts.unset)}</span> : name}
        </span>
      ))}
    </span>
  )
}

function Standard({ playbook, node }: Pick<NodeLineProps, 'playbook' | 'node'>) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const { plannedStart, plannedFinish, evidence } = node
  const day = (iso: string) => dayText(iso, { language, today })
  const standard = t(nodeStandard(playbook, node))
  const dated = plannedStart !== null && plannedFinish !== null
  return (
    <span className="check-standard">
      <span>{standard === '' ? <span className="is-unset">{t(texts.unset)}</span> : standard}</span>
      {evidence ? <small>{t(texts.evidence, { what: t(evidence) })}</small> : null}
      <small>{dated ? `${day(plannedStart)} – ${day(plannedFinish)}` : t(texts.noDates)}</small>
    </span>
  )
}
