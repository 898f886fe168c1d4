import type { ItemReply } from '@guatu/contract'
import type { Playbook } from '@guatu/playbook'
import { stageTitle } from '../../../api/playbook.ts'
import { useText } from '../../../app/language.ts'
import { DateText } from '../../../ui/date-text.tsx'
import { useWall } from '../board/wall-context.ts'
import { whyDeadlineFixed } from '../drag/deadline-model.ts'
import type { ProjectRow } from '../rows/row-model.ts'
import { projectFloat } from '../rows/span.ts'
import { MoveDeadline } from './move-deadline.tsx'
import { Fact } from './node-detail.tsx'
import { panelTexts } from './texts.ts'

interface ProjectDetailProps {
  readonly row: ProjectRow
  readonly reply: ItemReply | undefined
  readonly playbook: Playbook
  readonly onMoveDeadline: (finish: string) => void
}

export function ProjectDetail({ row, reply, playbook, onMoveDeadline }: ProjectDetailProps) {
  const t = useText()
  const { directory } = useWall()
  const { item } = row
  const done = item.nodes.filter((node) => node.done).length
  const float = projectFloat(item)
  const shortfall = reply?.plan.shortfallWorkdays ?? 0
  return (
    <section>
      <dl className="wall-facts">
        <Fact term={t(panelTexts.stage)}>{t(stageTitle(playbook, item.stage))}</Fact>
        <Fact term={t(panelTexts.leadOrg)}>{directory.orgName(item.leadOrgId)}</Fact>
        <Fact term={t(panelTexts.area)}>{directory.areaName(item.areaCode)}</Fact>
        <Fact term={t(panelTexts.deadline)}>
          {item.deadline ? (
            <>
              <DateText date={item.deadline} />{' '}
              {whyDeadlineFixed(item) === null && reply?.allowed.includes('item.plan') ? (
                <MoveDeadline key={item.itemId} deadline={item.deadline} onMove={onMoveDeadline} />
              ) : null}
            </>
          ) : (
            ''
          )}
        </Fact>
        <Fact term={t(panelTexts.progress)}>
          {t(panelTexts.tally, { done, all: item.nodes.length, late: row.lateNodes })}
        </Fact>
        {float === null ? null : <Fact term={t(panelTexts.float)}>{t(panelTexts.workdays, { count: float })}</Fact>}
      </dl>
      {shortfall > 0 ? <p className="wall-short">{t(panelTexts.shortfall, { count: shortfall })}</p> : null}
    </section>
  )
}
