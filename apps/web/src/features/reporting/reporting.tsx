import type { DueReply } from '@guatu/contract'
import { useEffect, useState } from 'react'
import { playbookOf } from '../../api/playbook.ts'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { draftsOf } from '../../offline/drafts.ts'
import type { Owner } from '../../offline/owner.ts'
import { useLine } from '../../offline/use-waiting.ts'
import { Sentence } from '../../ui/section.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { DueList } from './due-list.tsx'
import { FormPage } from './form/form-page.tsx'
import { reportingTexts as texts } from './texts.ts'
import { WaitingPart } from './waiting-part.tsx'
import './reporting.css'

interface ReportingProps {
  readonly due: DueReply
  readonly owner: Owner
  /** Months to choose from; absent: the kept one alone. */
  readonly months?: readonly string[]
}

/** The phone's screen: what is due, one page for each report, and what waits to go out. It asks nothing of the network. */
export function Reporting({ due, owner, months = [due.month] }: ReportingProps) {
  const [view, change] = useViewState()
  const { waiting, state } = useLine(owner)
  const item = due.items.find(({ itemId }) => itemId === view.item)
  const playbook = playbookOf(item?.playbookKey)
  const drafts = useDrafts(owner, `${view.item ?? ''} ${waiting.length}`)
  const open = (itemId: string, nodeKey: string | null) => void change({ item: itemId, node: nodeKey ?? 'whole' })
  if (item && playbook) {
    const nodeKey = item.nodes.find((node) => node.nodeKey === view.node)?.nodeKey ?? null
    const leave = () => void change({ item: undefined, node: undefined })
    const key = `${item.itemId} ${due.month}`
    return (
      <div className="rep">
        <FormPage
          key={key}
          {...{ playbook, item, nodeKey, owner, month: due.month, today: due.today }}
          onLeave={leave}
        />
      </div>
    )
  }
  const waitingItems = new Set(waiting.map(({ report }) => report.body.itemId))
  return (
    <div className="rep">
      <DueHead due={due} months={months} onMonth={(month) => void change({ month })} />
      <WaitingPart {...{ waiting, state, owner }} onEdit={open} />
      <DueList items={due.items} today={due.today} drafts={drafts} waiting={waitingItems} onOpen={open} />
    </div>
  )
}

interface HeadProps {
  readonly due: DueReply
  readonly months: readonly string[]
  readonly onMonth: (month: string) => void
}

function DueHead({ due, months, onMonth }: HeadProps) {
  const t = useText()
  const missing = due.items.filter((item) => item.missing.includes('report')).length
  const returned = due.items.filter((item) => item.returned.length > 0).length
  const said = { month: Number(due.month.slice(5)), due: missing, done: due.total - missing }
  if (due.total === 0) return <EmptyState title={t(texts.sentenceNone)} hint={t(texts.noneHint)} />
  return (
    <header className="rep-top">
      <Sentence>
        {t(missing === 0 ? texts.sentenceDone : texts.sentenceDue, said)}
        {returned > 0 ? `，${t(texts.returnedCount, { count: returned })}` : ''}
      </Sentence>
      {months.length > 1 ? (
        <label className="rep-month">
          {t(texts.month)}
          <select value={due.month} onChange={(event) => onMonth(event.currentTarget.value)}>
            {months.map((month) => (
              <option key={month}>{month}</option>
            ))}
          </select>
        </label>
      ) : null}
    </header>
  )
}

/** Items that have a draft on this device; `when` says when to look again. */
function useDrafts(owner: Owner, when: string): ReadonlySet<string> {
  const [items, setItems] = useState<ReadonlySet<string>>(new Set())
  // biome-ignore lint/correctness/useExhaustiveDependencies: drafts come and go with what is opened and sent
  useEffect(() => {
    void draftsOf(owner)
      .then((drafts) => setItems(new Set(drafts.map(({ key }) => key.split('/')[1] ?? ''))))
      .catch(() => undefined)
  }, [owner, when])
  return items
}
