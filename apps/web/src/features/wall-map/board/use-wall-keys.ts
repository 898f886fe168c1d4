import { type KeyboardEvent, useRef } from 'react'
import { useText } from '../../../app/language.ts'
import { toast } from '../../../ui/toast.tsx'
import { nudgeChange, whyImmovable } from '../drag/drag-model.ts'
import { immovableTexts } from '../drag/texts.ts'
import type { DraftState } from '../drag/use-draft.ts'
import type { WallRow } from '../rows/row-model.ts'
import { treeMove } from '../rows/tree-keys.ts'
import { commandOf, type WallCommand } from './keymap.ts'
import type { Camera } from './use-camera.ts'
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

/** Answers the keys of the map; keys that mean nothing here go their way. */
export function useWallKeys(input: WallKeysInput): (event: KeyboardEvent) => void {
  const t = useText()
  const live = useRef(input)
  live.current = input
  return (event) => {
    // Buttons and links inside rows keep their own keys.
    if (event.target !== event.currentTarget) return
    const command = commandOf(event)
    if (command === null) return
    event.preventDefault()
    run(command, live.current, t)
  }
}

function run(command: WallCommand, input: WallKeysInput, t: ReturnType<typeof useText>): void {
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
    case 'toggle':
      if (row) actions.toggle(row)
      break
    case 'nudge':
      nudge(command, input, t)
  }
}

function moveTo(target: ReturnType<typeof treeMove>, { rows, activeIndex, actions }: WallKeysInput): void {
  const row = rows[typeof target === 'number' ? target : activeIndex]
  if (row === undefined) return
  if (typeof target === 'number') actions.select(row)
  else actions.toggle(row)
}

type Nudge = Extract<WallCommand, { kind: 'nudge' }>

function nudge({ grip, workdays }: Nudge, input: WallKeysInput, t: ReturnType<typeof useText>): void {
  const { rows, activeIndex, draft, calendar } = input
  const row = rows[activeIndex]
  if (row?.kind !== 'node') return
  const item = draft.draft?.item.itemId === row.item.itemId ? draft.draft.item : row.item
  const node = item.nodes.find((entry) => entry.nodeKey === row.node.nodeKey)!
  const why = whyImmovable(node, grip)
  const refusal = draft.admits(row.item) ? why && t(immovableTexts[why]) : draft.busyText()
  if (refusal) {
    toast({ text: refusal, tone: 'failed' })
    return
  }
  const asked = draft.draft?.changes.find((change) => change.nodeKey === node.nodeKey)
  const change = nudgeChange(node, grip, workdays, asked, calendar)
  draft.put(item, node.nodeKey, change ? { ...asked, ...change } : (asked ?? null))
}
