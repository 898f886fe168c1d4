import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { WhyNot } from '../../../ui/why-not.tsx'
import { valueText } from '../columns/cell-text.ts'
import type { CellState } from '../edit/cell-state.ts'
import { writesOf } from '../edit/cell-state.ts'
import type { Acts } from '../edit/use-acts.ts'
import type { Edits } from '../edit/use-edits.ts'
import { ledgerTexts } from '../texts.ts'
import type { LedgerView } from '../view/use-ledger-view.ts'

interface NoticeBarProps {
  readonly view: LedgerView
  readonly context: FieldContext
  readonly edits: Edits
  readonly acts: Acts
  readonly onShow: (itemId: string, key: string) => void
  /** Name of an item, as far as its row is at hand. */
  readonly nameOf: (itemId: string) => string
}

/** More refusals than this are counted: a person mends a few and pastes again. */
const MOST_LISTED = 12

/** What has not been written yet and why, each with its cell; nothing typed is thrown away without being asked. */
export function NoticeBar({ view, context, edits, acts, onShow, nameOf }: NoticeBarProps) {
  const t = useText()
  const unsent = writesOf(edits.states, 'unsent')
  const refused = [...edits.states.values()].filter((state) => state.kind === 'refused')
  const conflicts = [...edits.states.values()].filter((state) => state.kind === 'conflict')
  if (unsent.length + refused.length + conflicts.length === 0) return null
  const title = (state: CellState) => t(view.all.find(({ key }) => key === state.write.key)?.title ?? ledgerTexts.rule)
  return (
    <div className="notice-bar" role="alert">
      {unsent.length > 0 ? (
        <p>
          {t(ledgerTexts.unsent, { count: unsent.length })}
          <button type="button" onClick={() => void acts.retry()}>
            {t(ledgerTexts.retryNow)}
          </button>
          <button type="button" onClick={() => edits.drop(unsent)}>
            {t(ledgerTexts.discard)}
          </button>
        </p>
      ) : null}
      {refused.length > 0 ? (
        <>
          <p>
            {t(ledgerTexts.refusedCells, { count: refused.length })}
            <button type="button" onClick={() => edits.drop(refused.map(({ write }) => write))}>
              {t(ledgerTexts.discard)}
            </button>
          </p>
          <ul>
            {refused.slice(0, MOST_LISTED).map((state) => (
              <li key={`${state.write.itemId}/${state.write.key}`}>
                <button type="button" onClick={() => onShow(state.write.itemId, state.write.key)}>
                  {nameOf(state.write.itemId)} {title(state)}：{state.write.text}
                </button>
                {state.kind === 'refused' ? state.messages.map((message) => t(message)).join('；') : null}
                {state.kind === 'refused' && state.forbidden ? <WhyNot itemId={state.write.itemId} /> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {conflicts.map((state) => (
        <Conflict key={`${state.write.itemId}/${state.write.key}`} {...{ state, view, context, edits, acts }} />
      ))}
    </div>
  )
}

interface ConflictProps extends Omit<NoticeBarProps, 'onShow' | 'nameOf'> {
  readonly state: CellState
}

function Conflict({ state, view, context, edits, acts }: ConflictProps) {
  const t = useText()
  const { write } = state
  const column = view.all.find(({ key }) => key === write.key)
  if (state.kind !== 'conflict' || !column?.field) return null
  const theirs = valueText(column.field, state.theirs, context) || t(ledgerTexts.blank)
  const mine = valueText(column.field, write.value, context) || t(ledgerTexts.blank)
  return (
    <p>
      <strong>{t(ledgerTexts.conflict)}</strong> {t(column.title)}：{t(ledgerTexts.conflictText, { theirs, mine })}
      <button type="button" onClick={() => void acts.act([write])}>
        {t(ledgerTexts.useMine)}
      </button>
      <button type="button" onClick={() => edits.drop([write])}>
        {t(ledgerTexts.keepTheirs)}
      </button>
    </p>
  )
}
