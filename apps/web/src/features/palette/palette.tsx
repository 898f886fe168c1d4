import { search } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { filterOf } from '../../api/filter.ts'
import { fieldOf, playbookOf } from '../../api/playbook.ts'
import { useRoute } from '../../api/query.ts'
import { useCommandList } from '../../app/commands.ts'
import { useText } from '../../app/language.ts'
import { useCurrentList, useLists } from '../../app/lists.ts'
import type { PaletteProps } from '../../app/palette.tsx'
import { LampMark } from '../../ui/lamp-mark.tsx'
import { type Entry, entriesOf, type Hit, matchingCommands, movedIndex } from './entries.ts'
import { useScreens } from './screens.ts'
import { texts } from './texts.ts'
import './palette.css'

/** Finds anything by Chinese, pinyin or initials: what is stored, screens, and what can be done where one is. */
export default function PaletteDialog({ onClose }: PaletteProps) {
  const t = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [index, setIndex] = useState(0)
  const { entries, searched } = useEntries(typed)
  const open = useOpenEntry(onClose)
  useEffect(() => dialog.current?.showModal(), [])
  const at = movedIndex(index, '', entries.length)
  const onKey = (event: KeyboardEvent) => {
    const entry = entries[at]
    if (event.key === 'Enter' && entry) {
      event.preventDefault()
      open(entry)
    } else if (event.key.startsWith('Arrow')) {
      event.preventDefault()
      setIndex(movedIndex(at, event.key, entries.length))
    }
  }
  return (
    <dialog ref={dialog} className="palette" aria-label={t(texts.label)} onClose={onClose}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries[at] ? `palette-${entries[at].key}` : undefined}
        aria-label={t(texts.label)}
        placeholder={t(texts.placeholder)}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setIndex(0)
        }}
        onKeyDown={onKey}
      />
      <div id="palette-list" className="palette-list" role="listbox" aria-label={t(texts.label)}>
        {entries.map((entry, place) => (
          <EntryLine key={entry.key} entry={entry} marked={place === at} onOpen={() => open(entry)} />
        ))}
      </div>
      {entries.length === 0 && searched ? <p className="palette-nothing">{t(texts.nothing, { typed })}</p> : null}
    </dialog>
  )
}

function useEntries(typed: string) {
  const wanted = useDeferredValue(typed.trim())
  const commands = [...useScreens(), ...useCommandList()]
  const found = useRoute(search, { query: { q: wanted || ' ' } }, { enabled: wanted !== '', keepLast: true })
  const hits = wanted === '' ? [] : (found.data?.hits ?? [])
  return { entries: entriesOf(matchingCommands(commands, wanted), hits), searched: !found.isFetching }
}

function useOpenEntry(onClose: () => void): (entry: Entry) => void {
  const navigate = useNavigate()
  const lists = useLists()
  const current = useCurrentList()
  const openHit = (hit: Hit) => {
    if (hit.kind === 'item') return void navigate({ to: '/item/$itemId', params: { itemId: hit.id } })
    const role = hit.kind === 'org' ? 'leadOrg' : 'owner'
    const list = [current, ...lists].find((each) => each && fieldOf(each, role) !== undefined)
    if (!list) return
    const search = { filter: filterOf({ [role]: hit.id }) } as never
    void navigate({ to: '/list/$playbook', params: { playbook: list.key }, search })
  }
  return (entry) => {
    onClose()
    if (entry.kind === 'command') entry.command.run()
    else openHit(entry.hit)
  }
}

/** An item goes by its list's own word for it. */
const kindOf = (entry: Entry): Title =>
  entry.kind === 'command'
    ? texts.kinds.command
    : (playbookOf(entry.hit.playbook)?.itemTitle ?? texts.kinds[entry.hit.kind])

interface EntryLineProps {
  readonly entry: Entry
  readonly marked: boolean
  readonly onOpen: () => void
}

function EntryLine({ entry, marked, onOpen }: EntryLineProps) {
  const t = useText()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (marked) line.current?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys for its options
    <div
      ref={line}
      className="palette-line"
      id={`palette-${entry.key}`}
      role="option"
      aria-selected={marked}
      tabIndex={-1}
      onClick={onOpen}
    >
      <span className="palette-kind">{t(kindOf(entry))}</span>
      {entry.kind === 'command' ? (
        <span className="palette-title">{t(entry.command.title)}</span>
      ) : (
        <>
          {entry.hit.lamp ? <LampMark level={entry.hit.lamp} glyphOnly /> : null}
          <span className="palette-title">{entry.hit.title}</span>
          <span className="palette-note">{entry.hit.note}</span>
        </>
      )}
    </div>
  )
}
