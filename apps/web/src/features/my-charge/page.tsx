import { type ChargeList, type ChargeRow, getMyCharge, type MyChargeReply } from '@guatu/contract'
import { Link } from '@tanstack/react-router'
import { playbookOf, stageTitle } from '../../api/playbook.ts'
import { refresh, useRoute } from '../../api/query.ts'
import { useDirectory } from '../../api/session.tsx'
import { type Translate, useText } from '../../app/language.ts'
import { usePageTitle } from '../../app/print-head.tsx'
import { useViewState } from '../../app/search.ts'
import { DateText } from '../../ui/date-text.tsx'
import { dayOfInstant } from '../../ui/format.ts'
import { Hint } from '../../ui/hint.tsx'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { Section, Sentence } from '../../ui/section.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import { chargeTexts as texts } from './texts.ts'
import { alarms, type Figure, figures, openedFigure, rowsOf } from './view.ts'
import './my-charge.css'

const figureTitles: Readonly<Record<Figure, (typeof texts)[keyof typeof texts]>> = {
  total: texts.total,
  open: texts.open,
  red: texts.redShort,
  overdue: texts.overdueShort,
  escalated: texts.escalatedShort,
}

/** 我的包联: what is in a leader's charge, list by list; every figure opens to its rows. */
export default function MyChargePage() {
  const t = useText()
  const [{ person }] = useViewState()
  const { data, error } = useRoute(getMyCharge, { query: person ? { person } : {} })
  usePageTitle(t(texts.pageTitle))
  if (error) return <ErrorState error={error} onRetry={() => void refresh(getMyCharge)} />
  if (!data) return <Skeleton label={t(texts.loading)} lines={10} />
  if (data.lists.length === 0) return <EmptyState title={t(texts.emptyTitle)} hint={t(texts.emptyHint)} />
  return (
    <div className="charge">
      <Sentence>
        <Words reply={data} />
      </Sentence>
      {data.lists.map((list) => (
        <ListPart key={list.playbook} list={list} />
      ))}
    </div>
  )
}

const listTitle = (t: Translate, key: string) => {
  const playbook = playbookOf(key)
  return playbook ? t(playbook.itemTitle) : key
}

function Words({ reply }: { readonly reply: MyChargeReply }) {
  const t = useText()
  const directory = useDirectory()
  const names = reply.charges.flatMap(({ kind, target }) =>
    kind === 'area' ? directory.areaName(target) : kind === 'org' ? directory.orgName(target) : [],
  )
  const items = reply.charges.filter(({ kind }) => kind === 'item').length
  const what = [...names.slice(0, 4), ...(items > 0 ? [t(texts.targets, { count: items })] : [])].join('、')
  const said = alarms(reply.lists).map(({ playbook, figure, count }) =>
    t(texts[figure], { list: listTitle(t, playbook), count }),
  )
  const parts = said.length > 0 ? said.join('，') : t(texts.calm)
  return reply.charges.length > 0 ? t(texts.sentence, { what, parts }) : t(texts.sentenceOwn, { parts })
}

function ListPart({ list }: { readonly list: ChargeList }) {
  const t = useText()
  const [state, change] = useViewState()
  const playbook = playbookOf(list.playbook)
  if (!playbook) return null
  const opened = openedFigure(state, list)
  const rows = rowsOf(list, opened)
  const rest = opened ? list[opened] - rows.length : 0
  return (
    <Section
      title={t(playbook.title)}
      aside={
        <Link to="/list/$playbook" params={{ playbook: list.playbook }}>
          {t(texts.ledger)}
        </Link>
      }
    >
      <fieldset className="charge-figures" aria-label={t(texts.figures)}>
        {figures.map((figure) => (
          <button
            key={figure}
            type="button"
            aria-pressed={opened === figure}
            className={list[figure] > 0 && figure !== 'total' && figure !== 'open' ? 'is-alarm' : ''}
            onClick={() => void change({ open: opened === figure ? undefined : `${list.playbook}:${figure}` })}
          >
            <small>{t(figureTitles[figure])}</small>
            <strong>{list[figure]}</strong>
          </button>
        ))}
      </fieldset>
      {rows.length === 0 ? (
        opened ? (
          <p className="charge-muted">{t(texts.none)}</p>
        ) : null
      ) : (
        <ul className="charge-rows">
          {rows.map((row) => (
            <Row key={row.itemId} row={row} />
          ))}
        </ul>
      )}
      {rest > 0 ? <p className="charge-muted">{t(texts.rest, { count: rest })}</p> : null}
    </Section>
  )
}

function Row({ row }: { readonly row: ChargeRow }) {
  const t = useText()
  const directory = useDirectory()
  const playbook = playbookOf(row.playbookKey)
  const { itemId, title, lamp, lampText, leadOrgId, deadline, dueAt, overdue, escalatedTo } = row
  const rung = playbook?.ladder?.find(({ level }) => level === escalatedTo)
  return (
    <li>
      <Hint hint={lampText ? t(lampText) : null}>
        <LampMark level={lamp} />
      </Hint>
      <span className="charge-what">
        <Link to="/item/$itemId" params={{ itemId }}>
          {title}
        </Link>
        {rung ? <small className="is-alarm">▲ {t(texts.escalatedTo, { level: t(rung.title) })}</small> : null}
      </span>
      <span className="charge-muted">{directory.orgName(leadOrgId)}</span>
      <span className="charge-muted">{playbook ? t(stageTitle(playbook, row.stage)) : row.stage}</span>
      <span className={overdue ? 'is-alarm' : ''}>
        <DateText date={dueAt ? dayOfInstant(dueAt) : deadline} />
        {overdue ? <small> ◆ {t(texts.late)}</small> : null}
      </span>
    </li>
  )
}
