import type { EffectReply } from '@guatu/contract'
import { useSession } from '../../api/session.tsx'
import { useLanguage, useText } from '../../app/language.ts'
import { dayText } from '../format.ts'
import { daysBehind, shiftWords } from './effect-words.ts'
import { effectTexts as texts } from './texts.ts'
import './plan-effect.css'

type Node = EffectReply['nodes'][number]

const columns = ['node', 'from', 'to', 'shift', 'baseline', 'float'] as const

/** Every node that a change touches: its dates and floats before and after. On a phone each is a block of its own. */
export function EffectTable({ effect }: { readonly effect: EffectReply }) {
  const t = useText()
  if (effect.nodes.length === 0) return <p className="figure-absent">{t(texts.nothing)}</p>
  return (
    <table className="effect-table">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={`is-${column}`}>
              {t(texts[column])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {effect.nodes.map((node) => (
          <EffectRow key={node.nodeKey} node={node} />
        ))}
      </tbody>
    </table>
  )
}

function EffectRow({ node }: { readonly node: Node }) {
  const t = useText()
  const language = useLanguage()
  const { today } = useSession()
  const day = (iso: string | null) => (iso === null ? t(texts.notSet) : dayText(iso, { language, today }))
  const late = daysBehind(node.toFinish, node.baselineFinish)
  const direction = node.workdays > 0 ? 'is-later' : node.workdays < 0 ? 'is-earlier' : ''
  return (
    <tr className={node.asked ? 'is-asked' : ''}>
      <th scope="row" className="is-node">
        {node.title} {node.asked ? <span className="effect-mark">{t(texts.asked)}</span> : null}
      </th>
      <td data-label={t(texts.from)}>{day(node.fromFinish)}</td>
      <td data-label={t(texts.to)}>{day(node.toFinish)}</td>
      <td data-label={t(texts.shift)} className={direction}>
        {shiftWords(node.workdays, t)}
      </td>
      <td data-label={t(texts.baseline)} className={late > 0 ? 'is-later' : ''}>
        {node.baselineFinish === null ? '—' : late > 0 ? t(texts.behind, { count: late }) : t(texts.kept)}
      </td>
      <td data-label={t(texts.float)}>
        <Floats node={node} />
      </td>
    </tr>
  )
}

function Floats({ node }: { readonly node: Node }) {
  const t = useText()
  const { fromFloatWorkdays: from, toFloatWorkdays: to, fromCritical, toCritical } = node
  const days = (count: number | null) => (count === null ? '—' : t(texts.days, { count }))
  const mark = toCritical
    ? fromCritical
      ? texts.critical
      : texts.becomesCritical
    : fromCritical
      ? texts.leavesCritical
      : null
  return (
    <>
      {from === to ? days(to) : `${days(from)} → ${days(to)}`}
      {mark ? <span className={`effect-critical ${toCritical ? 'is-later' : ''}`}>{t(mark)}</span> : null}
    </>
  )
}
