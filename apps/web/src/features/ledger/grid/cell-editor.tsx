import { type ComponentType, type KeyboardEvent, lazy, Suspense, useEffect, useRef } from 'react'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { typedOf } from '../../../forms/entry.ts'
import type { InputProps } from '../../../forms/input-props.ts'
import { formTexts } from '../../../forms/texts.ts'
import { understood } from '../../../forms/understood.ts'
import type { Editor } from './use-editing.ts'

let loaded: ComponentType<InputProps> | null = null

const loadInput = async () => {
  const module = await import('../../../forms/field-input.tsx')
  loaded = module.default
  return module
}
const LazyInput = lazy(loadInput)

/** Whether an editor that opens within a key press is there in time to take the key's own character. */
export const inputIsReady = (): boolean => loaded !== null

/** Fetched while the rows are still on their way: typing must not wait for it. */
export function usePreloadedInput(): void {
  useEffect(() => void loadInput(), [])
}

export interface EditorEnd {
  /** Confirms; `rows` and `columns` say where the cursor goes next. `fill`: every cell of the selection takes it. */
  readonly onCommit: (rows: number, columns: number, fill?: boolean) => void
  readonly onCancel: () => void
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Where a key leads that ends the editing, null for one that belongs to the input. */
function leading(event: KeyboardEvent, mode: 'type' | 'edit'): readonly [number, number, boolean] | null {
  const back = event.shiftKey ? -1 : 1
  if (event.key === 'Enter' && event.altKey) return null
  if (event.key === 'Enter') return event.ctrlKey || event.metaKey ? [0, 0, true] : [back, 0, false]
  if (event.key === 'Tab') return [0, back, false]
  const arrow = mode === 'type' ? arrows[event.key] : undefined
  return arrow ? [...arrow, false] : null
}

export function CellEditor({
  editor,
  context,
  onCommit,
  onCancel,
}: EditorEnd & { readonly editor: Editor; readonly context: FieldContext }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const begun = useRef(false)
  const { editing, entry, fault } = editor
  const field = editing?.column.field
  if (!editing || !field) return null
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') return onCancel()
    const lead = leading(event, editing.mode)
    if (!lead) return
    event.preventDefault()
    onCommit(...lead)
  }
  // A lazy component waits a moment even when its code is there: too long for a key that is being typed.
  const FieldInput = loaded ?? LazyInput
  const typed = typedOf(field, entry, context)
  const said = entry.picked === undefined ? understood(field, typed, context) : null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys end what the input within has begun
    <div
      ref={box}
      className="cell-editor"
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        // Browsers put the caret before a text that was there already; one types on behind it, and over a choice.
        if (begun.current || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
        begun.current = true
        const end = target.value.length
        target.setSelectionRange(target.role === 'combobox' && editing.mode === 'edit' ? 0 : end, end)
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onCopy={(event) => event.stopPropagation()}
      onPaste={(event) => event.stopPropagation()}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onCommit(0, 0)}
    >
      <Suspense fallback={<input className="field-input is-cell" aria-label={t(field.title)} disabled />}>
        <FieldInput
          {...{ field, entry, context }}
          onEntry={editor.setEntry}
          label={t(field.title)}
          describedBy="cell-editor-note"
          invalid={fault !== null}
          autoFocus
          inCell
        />
      </Suspense>
      <EditorNote fault={fault} said={said} />
    </div>
  )
}

interface EditorNoteProps {
  readonly fault: Editor['fault']
  readonly said: string | null
}

function EditorNote({ fault, said }: EditorNoteProps) {
  const t = useText()
  return (
    <div id="cell-editor-note" className={`cell-note ${fault ? 'is-fault' : ''}`} role="status">
      {fault ? t(fault.message) : said ? t(formTexts.understoodAs, { text: said }) : null}
      {fault?.accepted ? <span>{t(formTexts.accepted, { list: fault.accepted.join('、') })}</span> : null}
    </div>
  )
}
