import type { ItemDifferenceReply, NodeDifferenceReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { Link } from '@tanstack/react-router'
import { nodeTitle } from '../../api/playbook.ts'
import { type Translate, useText } from '../../app/language.ts'
import type { BarRow } from '../../ui/plan-effect/bar-scale.ts'
import { PlanBars } from '../../ui/plan-effect/plan-bars.tsx'
import { Section } from '../../ui/section.tsx'
import { ItemShift } from './item-rows.tsx'
import { NodeLine } from './node-line.tsx'
import { comparisonTexts as texts } from './texts.ts'

const toneOf = ({ kinds, to }: NodeDifferenceReply): BarRow['tone'] =>
  kinds.includes('later') || kinds.includes('noLonger')
    ? 'later'
    : kinds.includes('earlier') || kinds.includes('nowMeets')
      ? 'earlier'
      : to?.done
        ? 'done'
        : 'same'

const datesOf = (then: NodeDifferenceReply['from']) =>
  then && { start: then.plannedStart, finish: (then.done ? then.actualFinish : null) ?? then.plannedFinish }

const barOf = (playbook: Playbook, node: NodeDifferenceReply, t: Translate): BarRow => ({
  key: node.nodeKey,
  title: t(nodeTitle(playbook, node)),
  from: datesOf(node.from),
  to: datesOf(node.to),
  tone: toneOf(node),
})

interface WholeItemProps {
  readonly playbook: Playbook
  readonly item: ItemDifferenceReply
  readonly onBack: () => void
}

/** One project side by side: the bars of both plans, then what differs in words. */
export function WholeItem({ playbook, item, onBack }: WholeItemProps) {
  const t = useText()
  const differing = item.nodes.filter(({ kinds }) => kinds.length > 0)
  const aside = (
    <span className="compare-aside no-print">
      <Link to="/item/$itemId" params={{ itemId: item.itemId }}>
        {t(texts.toItem)}
      </Link>
      <button type="button" className="link-button" onClick={onBack}>
        {t(texts.backToList)}
      </button>
    </span>
  )
  return (
    <Section title={item.title} aside={aside} className="compare-whole">
      <p className="compare-shifts">
        <ItemShift item={item} />
      </p>
      <PlanBars rows={item.nodes.map((node) => barOf(playbook, node, t))} />
      <ul className="compare-items">
        <li>
          <ul>
            {differing.map((node) => (
              <NodeLine key={node.nodeKey} {...{ playbook, node }} />
            ))}
          </ul>
        </li>
      </ul>
    </Section>
  )
}
