import { type FormEvent, useState } from 'react'
import { useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import { ledgerTexts } from '../texts.ts'
import { patchOf, readViews, type SavedView, viewShown, viewStateOf, withoutView, withView } from './saved-views.ts'
import type { LedgerView, LedgerViewActions } from './use-ledger-view.ts'

interface ViewsPanelProps {
  readonly view: LedgerView
  readonly actions: LedgerViewActions
  readonly onDone: () => void
}

const storageKey = (playbook: string) => `guatu-views-${playbook}`

const kept = (playbook: string): readonly SavedView[] => {
  try {
    return readViews(localStorage.getItem(storageKey(playbook)))
  } catch {
    return []
  }
}

function keep(playbook: string, views: readonly SavedView[]): void {
  try {
    localStorage.setItem(storageKey(playbook), JSON.stringify(views))
  } catch {
    // Private windows forbid storage: the views then last as long as the panel.
  }
}

/** Named views of this browser; what a view is stands in the address, so any of them can be sent as a link. */
export function ViewsPanel({ view, actions, onDone }: ViewsPanelProps) {
  const t = useText()
  const { key } = view.playbook
  const [views, setViews] = useState(() => kept(key))
  const [name, setName] = useState('')
  const put = (next: readonly SavedView[]) => {
    setViews(next)
    keep(key, next)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    put(withView(views, { name: name.trim(), state: viewStateOf(view.state) }))
    toast({ text: t(ledgerTexts.viewSaved, { name: name.trim() }) })
    onDone()
  }
  const remove = (gone: SavedView) => {
    put(withoutView(views, gone.name))
    toast({ text: t(ledgerTexts.viewDeleted, { name: gone.name }), undo: () => put(withView(kept(key), gone)) })
  }
  const open = (saved: SavedView) => {
    void actions.setState(patchOf(saved))
    onDone()
  }
  const shown = viewShown(views, view.state)
  return (
    <div className="views-panel">
      <ViewList {...{ views, shown, open, remove }} />
      {views.length === 0 ? <p className="panel-hint">{t(ledgerTexts.noViews)}</p> : null}
      <form onSubmit={save}>
        <label>
          {t(ledgerTexts.saveViewAs)}
          <input
            className="field-input"
            value={name}
            placeholder={t(ledgerTexts.viewName)}
            maxLength={40}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" className="button is-primary">
          {t(ledgerTexts.saveView)}
        </button>
      </form>
    </div>
  )
}

interface ViewListProps {
  readonly views: readonly SavedView[]
  readonly shown: SavedView | undefined
  readonly open: (view: SavedView) => void
  readonly remove: (view: SavedView) => void
}

function ViewList({ views, shown, open, remove }: ViewListProps) {
  const t = useText()
  return (
    <ul>
      <li>
        <button type="button" onClick={() => open({ name: '', state: {} })}>
          {t(ledgerTexts.wholeList)}
        </button>
      </li>
      {views.map((saved) => (
        <li key={saved.name}>
          <button type="button" aria-current={saved === shown || undefined} onClick={() => open(saved)}>
            {saved.name}
          </button>
          <button
            type="button"
            aria-label={t(ledgerTexts.deleteView, { name: saved.name })}
            onClick={() => remove(saved)}
          >
            ✕
          </button>
        </li>
      ))}
    </ul>
  )
}
