import { type DirectoryReply, type Unit, unitKinds } from '@guatu/contract'
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react'
import { useText } from '../../app/language.ts'
import { useViewState } from '../../app/search.ts'
import { directoryTexts as texts } from './texts.ts'
import { findEntries, type TreeRow, treeRows } from './tree.ts'
import '../../forms/forms.css'

export const kindTitle = (kind: string) =>
  (unitKinds as Record<string, { zh: string; en: string }>)[kind] ?? { zh: kind, en: kind }

/** The way to an entry: the tree of units, or what was found for the words typed. */
export function Finder({ reply }: { readonly reply: DirectoryReply }) {
  const t = useText()
  const [view, change] = useViewState()
  const typed = useDeferredValue(view.q ?? '')
  return (
    <aside className="directory-finder no-print">
      <input
        type="search"
        className="field-input"
        aria-label={t(texts.find)}
        placeholder={t(texts.find)}
        value={view.q ?? ''}
        onChange={(event) => void change({ q: event.target.value || undefined }, { replace: true })}
      />
      {typed.trim() === '' ? <UnitTree units={reply.units} /> : <FoundList reply={reply} typed={typed} />}
    </aside>
  )
}

function FoundList({ reply, typed }: { readonly reply: DirectoryReply; readonly typed: string }) {
  const t = useText()
  const [, change] = useViewState()
  const found = useMemo(() => findEntries(reply.units, reply.persons, typed), [reply, typed])
  const unitName = (id: string | null) => reply.units.find(({ orgId }) => orgId === id)?.name ?? ''
  if (found.units.length + found.persons.length === 0) return <p className="directory-muted">{t(texts.nothing)}</p>
  return (
    <ul className="directory-found">
      {found.units.map(({ orgId, name, kind, formerNames }) => (
        <li key={orgId}>
          <button type="button" onClick={() => void change({ unit: orgId, person: undefined })}>
            {name} <small>{[t(kindTitle(kind)), ...formerNames.map((former) => former.name)].join('，')}</small>
          </button>
        </li>
      ))}
      {found.persons.map(({ personId, name, post, orgId }) => (
        <li key={personId}>
          <button type="button" onClick={() => void change({ person: personId, unit: undefined })}>
            {name} <small>{[unitName(orgId), post].filter(Boolean).join(' ')}</small>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Arrows move and fold, Enter opens, as in every tree. */
function UnitTree({ units }: { readonly units: readonly Unit[] }) {
  const t = useText()
  const [view, change] = useViewState()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => treeRows(units, folded), [units, folded])
  const fold = (key: string, on: boolean) => {
    const next = new Set(folded)
    if (on) next.add(key)
    else next.delete(key)
    setFolded(next)
  }
  const open = (row: TreeRow) => {
    if (row.type === 'kind') fold(row.key, !folded.has(row.key))
    else void change({ unit: row.unit.orgId, person: undefined })
  }
  const go = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setAt(next)
    list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at]
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to !== undefined) go(to)
    else if (row && (event.key === 'ArrowRight' || event.key === 'ArrowLeft')) fold(row.key, event.key === 'ArrowLeft')
    else if (row && (event.key === 'Enter' || event.key === ' ')) open(row)
    else return
    event.preventDefault()
  }
  return (
    <div className="directory-tree" role="tree" aria-label={t(texts.tree)} ref={list} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        <TreeLine
          key={row.key}
          row={row}
          isFolded={folded.has(row.key)}
          isOpen={row.type === 'unit' && row.unit.orgId === view.unit}
          isFocus={index === Math.min(at, rows.length - 1)}
          onOpen={() => {
            setAt(index)
            open(row)
          }}
          onFold={() => fold(row.key, !folded.has(row.key))}
        />
      ))}
    </div>
  )
}

interface TreeLineProps {
  readonly row: TreeRow
  readonly isFolded: boolean
  readonly isOpen: boolean
  readonly isFocus: boolean
  readonly onOpen: () => void
  readonly onFold: () => void
}

function TreeLine({ row, isFolded, isOpen, isFocus, onOpen, onFold }: TreeLineProps) {
  const t = useText()
  const folds = row.type === 'kind' || row.folds
  const isClosed = row.type === 'unit' && row.unit.closedOn !== null
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys of all its lines
    <div
      role="treeitem"
      tabIndex={isFocus ? 0 : -1}
      aria-level={row.level}
      aria-selected={isOpen}
      aria-expanded={folds ? !isFolded : undefined}
      className={`directory-line is-${row.type} ${isClosed ? 'is-closed' : ''}`}
      style={{ paddingInlineStart: `${(row.level - 1) * 16 + 4}px` }}
      onClick={onOpen}
    >
      <span
        className="directory-fold"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          if (folds) onFold()
        }}
      >
        {folds ? (isFolded ? '▸' : '▾') : ''}
      </span>
      {row.type === 'unit' ? row.unit.name : t(kindTitle(row.kind))}
      {row.type === 'kind' ? <small>{row.count}</small> : null}
    </div>
  )
}
