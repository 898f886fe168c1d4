import type { GapNode, GapsReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { useMemo } from 'react'
import { useDirectory, useMay } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { countText } from '../../ui/format.ts'
import { Section } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { AssignPanel } from './assign-panel.tsx'
import { NodeLine } from './node-line.tsx'
import { emptySelection, nodeKeyOf, selectedOf, wholly } from './selection.ts'
import { fiveFixTexts as texts } from './texts.ts'
import { PAGE_NODES } from './use-gaps.ts'
import { useSelection } from './use-selection.ts'

interface NodesPartProps {
  readonly playbook: Playbook
  readonly reply: GapsReply
  /** Null when all are shown. */
  readonly onMore: (() => void) | null
}

interface UnitNodes {
  readonly unitId: string | null
  readonly nodes: readonly GapNode[]
}

/** The nodes come unit by unit. */
function byUnit(nodes: readonly GapNode[]): UnitNodes[] {
  const groups = new Map<string | null, GapNode[]>()
  for (const node of nodes) groups.set(node.unitId, [...(groups.get(node.unitId) ?? []), node])
  return [...groups].map(([unitId, found]) => ({ unitId, nodes: found }))
}

/** The list of nodes under their units, with the panel that assigns those selected. */
export function NodesPart({ playbook, reply, onMore }: NodesPartProps) {
  const t = useText()
  const { nodes, total } = reply
  const mayAssign = useMay()('item.plan')
  const { list, selection, setSelection, onPick, onArrow } = useSelection(nodes)
  const groups = useMemo(() => byUnit(nodes), [nodes])
  const selected = selectedOf(selection, nodes)
  if (total === 0) return <NoMatch />
  const select = mayAssign ? (some: readonly GapNode[]) => setSelection((last) => wholly(last, some)) : null
  const shown = t(texts.shown, { shown: countText(nodes.length), total: countText(total) })
  return (
    <Section title={t(texts.nodes)} aside={<All shown={shown} onSelect={select && (() => select(nodes))} />}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows only move between the boxes within */}
      <div className="check-list" ref={list} onKeyDown={onArrow}>
        <div className="check-line is-head" aria-hidden="true">
          <span />
          <span>{t(texts.projectAndNode)}</span>
          <span>{t(texts.missing)}</span>
          <span>{t(texts.duty)}</span>
          <span>{t(texts.standard)}</span>
        </div>
        {groups.map(({ unitId, nodes: own }) => (
          <div key={unitId ?? 'none'} className="check-unit">
            <UnitHead unitId={unitId} count={own.length} onSelect={select && (() => select(own))} />
            <ul>
              {own.map((node) => (
                <NodeLine
                  key={nodeKeyOf(node)}
                  {...{ playbook, node, onPick }}
                  selectable={mayAssign}
                  selected={selection.has(nodeKeyOf(node))}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
      {onMore ? (
        <button type="button" className="button check-more no-print" onClick={onMore}>
          {t(texts.more, { count: Math.min(PAGE_NODES, total - nodes.length) })}
        </button>
      ) : null}
      {selected.length > 0 ? <AssignPanel nodes={selected} onDone={() => setSelection(emptySelection)} /> : null}
    </Section>
  )
}

interface AllProps {
  readonly shown: string
  readonly onSelect: (() => void) | null
}

function All({ shown, onSelect }: AllProps) {
  const t = useText()
  return (
    <span className="check-all">
      {shown}
      {onSelect ? (
        <button type="button" className="link-button no-print" onClick={onSelect}>
          {t(texts.selectAll)}
        </button>
      ) : null}
    </span>
  )
}

interface UnitHeadProps {
  readonly unitId: string | null
  readonly count: number
  readonly onSelect: (() => void) | null
}

function UnitHead({ unitId, count, onSelect }: UnitHeadProps) {
  const t = useText()
  const { orgName } = useDirectory()
  return (
    <h3>
      {unitId === null ? t(texts.noUnit) : orgName(unitId)}
      <span className="figure">{countText(count)}</span>
      {onSelect ? (
        <button type="button" className="link-button no-print" onClick={onSelect}>
          {t(texts.selectUnit)}
        </button>
      ) : null}
    </h3>
  )
}

function NoMatch() {
  const t = useText()
  const [, change] = useViewState()
  const nothing = { area: undefined, stage: undefined, unit: undefined, gap: undefined }
  return (
    <EmptyState title={t(texts.noMatch)}>
      <button type="button" className="button" onClick={() => void change(nothing)}>
        {t(texts.showAll)}
      </button>
    </EmptyState>
  )
}
