import type { ItemReply, WallNode } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '../../../app/language.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { LampMark } from '../../../ui/lamp-mark.tsx'
import { baselineSlip } from '../board/bar-text.ts'
import { useWall } from '../board/wall-context.ts'
import { drivingPredecessor } from '../links/driving.ts'
import { blockersOf, type NodeRow, rowKey } from '../rows/row-model.ts'
import { panelTexts } from './texts.ts'

interface NodeDetailProps {
  readonly row: NodeRow
  readonly reply: ItemReply | undefined
  readonly onGo: (key: string) => void
  readonly onLiftFixed: () => void
}

export function NodeDetail({ row, reply, onGo, onLiftFixed }: NodeDetailProps) {
  const t = useText()
  const { node, item } = row
  const { directory } = useWall()
  const whole = reply?.plan.nodes.find((entry) => entry.nodeKey === node.nodeKey)
  const go = (nodeKey: string) => onGo(rowKey(item.itemId, nodeKey))
  return (
    <>
      <section>
        <h3>{t(panelTexts.fiveFix)}</h3>
        <dl className="wall-facts">
          <Fact term={t(panelTexts.person)}>{directory.personName(node.ownerId)}</Fact>
          <Fact term={t(panelTexts.matter)}>{node.title}</Fact>
          <Fact term={t(panelTexts.standard)}>{whole?.standard ?? (reply ? '' : '…')}</Fact>
          <Fact term={t(panelTexts.time)}>{node.plannedFinish ? <DateText date={node.plannedFinish} /> : ''}</Fact>
          <Fact term={t(panelTexts.accountable)}>
            {[directory.orgName(node.leadOrgId ?? item.leadOrgId), directory.personName(whole?.leaderId)]
              .filter((name) => name !== '')
              .join(t(panelTexts.separator))}
          </Fact>
        </dl>
      </section>
      <NodeDates node={node} onLiftFixed={reply?.allowed.includes('item.plan') ? onLiftFixed : null} />
      <Blockers row={row} />
      <Neighbours row={row} go={go} />
    </>
  )
}

/** A gap is said as such: five things have to be fixed, and which one is not is the point of the list. */
export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  const t = useText()
  const empty = children === '' || children === null || children === undefined
  return (
    <div>
      <dt>{term}</dt>
      <dd>{empty ? <span className="wall-gap">{t(panelTexts.missing)}</span> : children}</dd>
    </div>
  )
}

interface NodeDatesProps {
  readonly node: WallNode
  /** Null: the person may not change the plan. */
  readonly onLiftFixed: (() => void) | null
}

function NodeDates({ node, onLiftFixed }: NodeDatesProps) {
  const t = useText()
  const { calendar } = useWall()
  const slip = baselineSlip(node, calendar)
  const slipText =
    slip > 0
      ? t(panelTexts.slipLater, { count: slip })
      : slip < 0
        ? t(panelTexts.slipEarlier, { count: -slip })
        : t(panelTexts.slipNone)
  const float = node.floatWorkdays
  return (
    <section>
      <h3>{t(panelTexts.dates)}</h3>
      <dl className="wall-facts">
        <Fact term={t(panelTexts.planned)}>
          <Dates start={node.plannedStart} finish={node.plannedFinish} />
        </Fact>
        <Fact term={t(panelTexts.actual)}>
          {node.actualStart || node.actualFinish ? (
            <Dates start={node.actualStart} finish={node.actualFinish} />
          ) : (
            <span className="figure-absent">{t(panelTexts.open)}</span>
          )}
        </Fact>
        <Fact term={t(panelTexts.baseline)}>
          <Dates start={node.baselineStart} finish={node.baselineFinish} />
          {node.baselineFinish ? <em className={slip > 0 ? 'wall-short' : ''}>{slipText}</em> : null}
        </Fact>
        <Fact term={t(panelTexts.duration)}>{t(panelTexts.workdays, { count: node.durationWorkdays })}</Fact>
        {node.done ? null : (
          <Fact term={t(panelTexts.float)}>
            {float === null
              ? t(panelTexts.noFloat)
              : node.critical && float === 0
                ? t(panelTexts.critical)
                : t(panelTexts.workdays, { count: float })}
          </Fact>
        )}
        {node.notBefore === null ? null : (
          <Fact term={t(panelTexts.notBefore)}>
            <DateText date={node.notBefore} />{' '}
            {node.done || onLiftFixed === null ? null : (
              <button type="button" className="wall-clear" onClick={onLiftFixed}>
                {t(panelTexts.liftFixed)}
              </button>
            )}
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Dates({ start, finish }: { readonly start: string | null; readonly finish: string | null }) {
  return (
    <span>
      {start === null ? '…' : <DateText date={start} />} — {finish === null ? '…' : <DateText date={finish} />}
    </span>
  )
}

/** The open problems that hold the node. */
function Blockers({ row }: { readonly row: NodeRow }) {
  const t = useText()
  const blockers = blockersOf(row)
  if (blockers.length === 0) return null
  return (
    <section>
      <h3>{t(panelTexts.blockedBy)}</h3>
      {blockers.map(({ itemId, title, lamp }) => (
        <p key={itemId}>
          <LampMark level={lamp} glyphOnly />{' '}
          <Link to="/item/$itemId" params={{ itemId }} preload={false}>
            {title}
          </Link>
        </p>
      ))}
    </section>
  )
}

function Neighbours({ row, go }: { readonly row: NodeRow; readonly go: (nodeKey: string) => void }) {
  const t = useText()
  const { calendar } = useWall()
  const { node, item } = row
  const driver = drivingPredecessor(item, node.nodeKey, calendar)
  const followers = item.links
    .filter((link) => link.from === node.nodeKey)
    .flatMap((link) => item.nodes.filter((entry) => entry.nodeKey === link.to))
  return (
    <section>
      <h3>{t(panelTexts.drivenBy)}</h3>
      {driver ? (
        <button type="button" className="wall-neighbour" onClick={() => go(driver.node.nodeKey)}>
          {driver.node.title}
        </button>
      ) : (
        <p className="figure-absent">
          {t(node.notBefore === null ? panelTexts.drivenByNone : panelTexts.drivenByHand)}
        </p>
      )}
      <h3>{t(panelTexts.followers)}</h3>
      {followers.length === 0 ? <p className="figure-absent">{t(panelTexts.none)}</p> : null}
      {followers.map((follower) => (
        <button key={follower.nodeKey} type="button" className="wall-neighbour" onClick={() => go(follower.nodeKey)}>
          {follower.title}
        </button>
      ))}
    </section>
  )
}
