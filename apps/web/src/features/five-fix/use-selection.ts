import type { GapNode } from '@guatu/contract'
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { isTyping, type KeySection, useKeyHelp } from '../../app/keys.ts'
import { emptySelection, extended, nodeKeyOf, type Selection, toggled, wholly } from './selection.ts'
import { fiveFixTexts as texts } from './texts.ts'

const keyHelp: KeySection = {
  title: texts.keysTitle,
  lines: [
    { keys: 'Space', title: texts.keySpace },
    { keys: '↑ ↓', title: texts.keyArrows },
    { keys: 'Ctrl+A', title: texts.keyAll },
    { keys: 'Esc', title: texts.keyEscape },
  ],
}

/** A check box says it is a typing place; keys of the list are meant there too. */
const isInText = (target: EventTarget | null) =>
  isTyping(target) && !(target instanceof HTMLInputElement && target.type === 'checkbox')

/** Selecting by pointer and keys: a box alone, from box to box with Shift, all with Ctrl or Cmd and A. */
export function useSelection(nodes: readonly GapNode[]) {
  const list = useRef<HTMLDivElement>(null)
  const anchor = useRef<string | null>(null)
  const [selection, setSelection] = useState<Selection>(emptySelection)
  useKeyHelp(keyHelp)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (isInText(event.target) || document.querySelector('dialog[open]')) return
      if (event.key === 'Escape') setSelection(emptySelection)
      if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setSelection((last) => wholly(last, nodes))
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [nodes])
  const onPick = (node: GapNode, { shiftKey }: Pick<MouseEvent, 'shiftKey'>) => {
    setSelection((last) => (shiftKey ? extended(last, nodes, anchor.current, node) : toggled(last, node)))
    if (!shiftKey) anchor.current = nodeKeyOf(node)
  }
  const onArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !list.current) return
    const boxes = [...list.current.querySelectorAll<HTMLInputElement>('input[data-node]')]
    const at = boxes.indexOf(document.activeElement as HTMLInputElement)
    const next = boxes[at + step]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
    const node = nodes.find((one) => nodeKeyOf(one) === next.dataset.node)
    const left = boxes[at]?.dataset.node
    if (!event.shiftKey || !node || left === undefined) return
    anchor.current ??= left
    setSelection((last) => extended(last, nodes, anchor.current, node))
  }
  return { list, selection, setSelection, onPick, onArrow }
}
