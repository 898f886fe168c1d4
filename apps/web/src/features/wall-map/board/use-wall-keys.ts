import { type KeyboardEvent, useRef } from 'react'
import { type Translate, useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import type { Camera } from '../camera/use-camera.ts'
import { savedItem } from '../drag/draft.ts'
import { nudgeChange, whyImmovable } from '../drag/drag-model.ts'
import { immovableTexts } from '../drag/texts.ts'
import type { DraftState } from '../drag/use-draft.ts'
import type { WallRow } from '../rows/row-model.ts'
import { nodeSpan } from '../rows/span.ts'
import { treeMove } from '../rows/tree-keys.ts'
import { commandOf, type WallCommand } from './keymap.ts'
import type { WallSurroundings } from './wall-context.ts'

interface WallKeysInput extends Pick<WallSurroundings, 'actions' | 'calendar'> {
  readonly rows: readonly WallRow[]
  readonly activeIndex: number
  readonly pageRows: () => number
  readonly camera: Camera
  readonly draft: DraftState
  readonly onFoldAll: () => void
  readonly onEscape: () => void
}

interface Say {
  readonly t: Translate
  readonly refuse: (text: string) => void
}

const REPEAT_MS = 3000

/** Answers the keys of the map; keys that mean nothing here go their way. */
export function useWallKeys(input: WallKeysInput): (event: KeyboardEvent) => void {
  const t = useText()
  const live = useRef(input)
  live.current = input
  const told = useRef('')
  // A key held down asks many times; once is enough to say why not.
  const refuse = (text: string) => {
    if (text === told.current) return
    told.current = text
    setTimeout(() => {
      told.current = ''
    }, REPEAT_MS)
    toast({ text, tone: 'failed' })
  }
  return (event) => {
    // Buttons and links inside rows keep their own keys.
    if (event.target !== event.currentTarget) return
    const command = commandOf(event)
    if (command === null) return
    event.preventDefault()
    run(command, live.current, { t, refuse })
  }
}

function run(command: WallCommand, input: WallKeysInput, say: Say): void {
  const { rows, activeIndex, actions, camera, draft } = input
  const row = rows[activeIndex]
  switch (command.kind) {
    case 'move':
      moveTo(treeMove(rows, activeIndex, command.move, input.pageRows()), input)
      break
    case 'zoom':
      camera.zoom(command.direction)
      break
    case 'pan':
      camera.pan(command.share)
      break
    case 'today':
      camera.toToday()
      break
    case 'foldAll':
      input.onFoldAll()
      break
    case 'escape':
      if (draft.draft) draft.cancel()
      else input.onEscape()
      break
    case 'open':
      if (draft.draft) void draft.save()
      else if (row) actions.open(row)
      break
    case 'details':
      if (row) actions.show(row)
      break
    case 'toggle':
      if (row) actions.toggle(row)
      break
    case 'nudge':
      nudge(command, input, say)
  }
}

function moveTo(target: ReturnType<typeof treeMove>, { rows, activeIndex, actions }: WallKeysInput): void {
  const row = rows[typeof target === 'number' ? target : activeIndex]
  if (row === undefined) return
  if (typeof target === 'number') actions.select(row)
  else actions.toggle(row)
}

type Nudge = Extract<WallCommand, { kind: 'nudge' }>

function nudge({ grip, workdays }: Nudge, input: WallKeysInput, { t, refuse }: Say): void {
  const { rows, activeIndex, draft, calendar, camera } = input
  const row = rows[activeIndex]
  if (row?.kind !== 'node') return
  const item = savedItem(draft.draft, row.item)
  const node = item.nodes.find((entry) => entry.nodeKey === row.node.nodeKey)!
  const why = whyImmovable(node, grip)
  const refusal = draft.admits(row.item) ? why && t(immovableTexts[why]) : draft.busyText(row.item)
  if (refusal) {
    refuse(refusal)
    return
  }
  const span = nodeSpan(row.node)
  if (span) camera.reveal(grip === 'move' ? span.start : span.finish)
  const asked = draft.draft?.changes.find((change) => change.nodeKey === node.nodeKey)
  const change = nudgeChange(node, grip, workdays, asked, calendar)
  draft.put(item, node.nodeKey, change ? { ...asked, ...change } : (asked ?? null))
}
