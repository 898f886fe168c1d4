import { messageOf, RefusedError } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import { isUnchanged, type PlanChanges } from './plan-changes.ts'
import { rulesTexts } from './texts.ts'
import type { PlanEditing } from './use-plan.ts'

interface SaveBarProps {
  readonly editing: PlanEditing
  readonly items: number
  readonly onDone: () => void
}

/** What saving will touch, before it does; and everything that has to be mended first. */
export function SaveBar({ editing, items, onDone }: SaveBarProps) {
  const t = useText()
  const { changes, faults, draft, error, saving } = editing
  const still = isUnchanged(changes)
  return (
    <div className="rules-bar no-print">
      <div className="rules-bar-words" role="status">
        {still ? t(rulesTexts.unchanged) : <Touch changes={changes} items={items} />}
        {faults.length > 0 ? (
          <div className="rules-fault">
            {t(rulesTexts.faults, { count: faults.length })}
            <ul>
              {faults.map(({ path, message }) => (
                <li key={`${path}${message.zh}`}>{t(message)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        {error ? <Refused error={error} /> : null}
      </div>
      <button type="button" className="button" disabled={draft.past.length === 0} onClick={editing.undo}>
        {t(rulesTexts.undo)}
      </button>
      <button type="button" className="button" disabled={draft.future.length === 0} onClick={editing.redo}>
        {t(rulesTexts.redo)}
      </button>
      <button type="button" className="button" onClick={still ? onDone : editing.discard}>
        {t(still ? rulesTexts.done : rulesTexts.discard)}
      </button>
      <button
        type="button"
        className="button is-primary"
        disabled={still || saving || faults.length > 0}
        onClick={() => void editing.save()}
      >
        {t(rulesTexts.save)}
      </button>
    </div>
  )
}

function Refused({ error }: { readonly error: unknown }) {
  const t = useText()
  const stale = error instanceof RefusedError && error.reply.code === 'REVISION_STALE'
  const refusals = error instanceof RefusedError ? error.reply.refusals : []
  return (
    <div className="rules-fault" role="alert">
      {t(stale ? rulesTexts.stale : messageOf(error))}
      <ul>{stale ? null : refusals.map(({ path, message }) => <li key={`${path}${message.zh}`}>{t(message)}</li>)}</ul>
    </div>
  )
}

function Touch({ changes, items }: { readonly changes: PlanChanges; readonly items: number }) {
  const t = useText()
  const parts = [
    [changes.added, rulesTexts.added],
    [changes.removed, rulesTexts.removed],
    [changes.changed, rulesTexts.changed],
    [changes.links, rulesTexts.linkChanges],
    [changes.thresholds, rulesTexts.thresholdChanges],
  ] as const
  const words = parts.flatMap(([count, text]) => (count > 0 ? [t(text, { count })] : [])).join(t(rulesTexts.sum))
  const { fromWorkdays: from, toWorkdays: to } = changes
  const network = changes.added + changes.removed + changes.changed + changes.links > 0
  return (
    <>
      {t(rulesTexts.touch, { parts: words })} {from === to ? '' : t(rulesTexts.longer, { from, to })}{' '}
      {network ? t(rulesTexts.keeps, { count: items }) : ''}{' '}
      {changes.thresholds > 0 ? t(rulesTexts.relit, { count: items }) : ''}
    </>
  )
}
