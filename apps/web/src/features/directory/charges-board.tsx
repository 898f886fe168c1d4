import type { DirectoryCharge, DirectoryReply } from '@guatu/contract'
import { useState } from 'react'
import { useMay, useSession } from '../../api/session.tsx'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { EmptyState } from '../../ui/states.tsx'
import type { Act } from './act.ts'
import { ActForm } from './act-form.tsx'
import { ChargeTarget } from './charge-list.tsx'
import { type Entries, isNow } from './entries.ts'
import { charge } from './post-acts.ts'
import { directoryTexts as texts } from './texts.ts'

interface ChargesBoardProps {
  readonly reply: DirectoryReply
  readonly entries: Entries
}

const leadersNow = ({ posts }: DirectoryReply, today: string): string[] => [
  ...new Set(posts.filter((post) => post.role === 'leader' && isNow(post, today)).map((post) => post.personId)),
]

/** 包联 at a glance: leaders by areas, the areas that nobody is in charge of, and what leaders have besides. */
export function ChargesBoard({ reply, entries }: ChargesBoardProps) {
  const t = useText()
  const may = useMay()
  const { today, areas } = useSession()
  const [act, setAct] = useState<Act | null>(null)
  const charges = reply.charges.filter((entry) => isNow(entry, today))
  const leaderIds = leadersNow(reply, today)
  if (leaderIds.length === 0) return <EmptyState title={t(texts.boardEmpty)} hint={t(texts.boardEmptyHint)} />
  // The district itself is no area to be in charge of.
  const own = new Set(reply.units.filter(({ kind }) => kind !== 'district').map(({ areaCode }) => areaCode))
  const shown = areas.filter(({ code }) => own.has(code))
  const over = (code: string) => charges.filter(({ kind, target }) => kind === 'area' && target === code)
  const gaps = shown.filter(({ code }) => over(code).length === 0)
  const others = charges.filter(({ kind }) => kind !== 'area')
  const counts = { leaders: leaderIds.length, areas: shown.length - gaps.length, others: others.length }
  const cell = { charges, isAllowed: may('charge.manage'), onAct: setAct }
  return (
    <section className="directory-board">
      <p className="directory-board-sentence">
        {t(texts.board, counts)}
        {gaps.length > 0 ? t(texts.boardGaps, { names: gaps.map(({ shortName }) => shortName).join('、') }) : ''}
      </p>
      {act ? <ActForm key={act.key} act={act} onDone={() => setAct(null)} /> : null}
      <div className="directory-board-scroll">
        <table className="directory-matrix">
          <BoardHead areas={shown} />
          <tbody>
            {leaderIds.map((personId) => (
              <tr key={personId}>
                <LeaderHead person={entries.persons.get(personId)} />
                {shown.map(({ code, shortName }) => (
                  <AreaCell
                    key={code}
                    {...cell}
                    personId={personId}
                    code={code}
                    area={shortName}
                    name={entries.persons.get(personId)?.name ?? ''}
                  />
                ))}
                <OtherCharges
                  charges={others.filter((entry) => entry.personId === personId)}
                  personId={personId}
                  name={entries.persons.get(personId)?.name ?? ''}
                  isAllowed={cell.isAllowed}
                  onAct={setAct}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function BoardHead({ areas }: { readonly areas: readonly { readonly code: string; readonly shortName: string }[] }) {
  const t = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{t(texts.leader)}</th>
        {areas.map(({ code, shortName }) => (
          <th key={code} scope="col">
            {shortName}
          </th>
        ))}
        <th scope="col">{t(texts.boardItems)}</th>
      </tr>
    </thead>
  )
}

function LeaderHead({ person }: { readonly person: DirectoryReply['persons'][number] | undefined }) {
  const [, change] = useViewState()
  if (!person) return <th scope="row" />
  return (
    <th scope="row">
      <button
        type="button"
        className="directory-link"
        onClick={() => void change({ tab: undefined, person: person.personId, unit: undefined })}
      >
        {person.name}
      </button>
      <small>{person.post}</small>
    </th>
  )
}

interface AreaCellProps {
  readonly charges: readonly DirectoryCharge[]
  readonly personId: string
  readonly name: string
  readonly code: string
  readonly area: string
  readonly isAllowed: boolean
  readonly onAct: (act: Act) => void
}

/** A dot where the leader is in charge; an empty cell offers it to whoever may assign. */
function AreaCell({ charges, personId, name, code, area, isAllowed, onAct }: AreaCellProps) {
  const t = useText()
  const { today } = useSession()
  const held = charges.find((entry) => entry.personId === personId && entry.kind === 'area' && entry.target === code)
  if (held) {
    return (
      <td className="is-held">
        <span aria-hidden="true">●</span>
        <span className="aside-text">{area}</span>
      </td>
    )
  }
  if (!isAllowed) return <td />
  return (
    <td>
      <button
        type="button"
        className="directory-offer no-print"
        aria-label={`${t(texts.assignCharge)}：${name} ${area}`}
        onClick={() => onAct(charge(today, { personId, kind: 'area', target: code }, `${name} ${area}`))}
      >
        ＋
      </button>
    </td>
  )
}

/** Projects and units that a leader is in charge of besides, and the way to add one. */
function OtherCharges({ charges, personId, name, isAllowed, onAct }: Omit<AreaCellProps, 'code' | 'area'>) {
  const t = useText()
  const { today } = useSession()
  const kinds = isAllowed ? (['item', 'org'] as const) : []
  return (
    <td className="is-others">
      {charges.map((entry) => (
        <span key={entry.chargeId}>
          <ChargeTarget {...entry} />
        </span>
      ))}
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="directory-offer no-print"
          aria-label={`${t(kind === 'item' ? texts.chargeItem : texts.chargeUnit)}：${name}`}
          onClick={() => onAct(charge(today, { personId, kind }, name))}
        >
          ＋{t(kind === 'item' ? texts.item : texts.unit)}
        </button>
      ))}
    </td>
  )
}
