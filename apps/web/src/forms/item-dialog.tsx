import { type BodyOf, createItem } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { call } from '../api/call.ts'
import { refresh } from '../api/query.ts'
import { RefusedError } from '../api/refused.ts'
import { useText } from '../app/language.ts'
import { ErrorState } from '../ui/states.tsx'
import { type Entry, entryOf, typedOf } from './entry.ts'
import { FieldRow } from './field-row.tsx'
import { formTexts } from './texts.ts'
import { useFieldContext } from './use-field-context.ts'
import './forms.css'
import './item-dialog.css'

export interface ItemDialogProps {
  readonly playbook: Playbook
  readonly title: string
  /** Words of the button that puts the item on the list. */
  readonly act: string
  /** The fields that are asked, in this order. */
  readonly fields: readonly string[]
  /** Those of them that must be there for this act, beyond what the list requires. */
  readonly needed?: readonly string[]
  readonly preset?: Readonly<Record<string, unknown>>
  readonly stage?: string
  readonly links?: BodyOf<typeof createItem>['links']
  /** Further parts of the form. */
  readonly children?: ReactNode
  /** After the item stands; what it does belongs to the act: the dialog waits for it. */
  readonly onMade?: (itemId: string) => Promise<void> | void
  readonly onClose: () => void
}

const empty: Entry = { text: '' }

type Entries = Readonly<Record<string, Entry>>

/** What is typed, what it means, and which fields are not as they have to be. */
function useDraft({ playbook, fields, preset, needed }: ItemDialogProps) {
  const context = useFieldContext()
  const [entries, setEntries] = useState<Entries>(() =>
    Object.fromEntries(fields.map((key) => [key, entryOf(playbook.fields[key]!, preset?.[key], context)])),
  )
  const isNeeded = (key: string) => playbook.fields[key]?.required === true || needed?.includes(key) === true
  const typed = fields.map((key) => [key, typedOf(playbook.fields[key]!, entries[key] ?? empty, context)] as const)
  const wrong = typed.flatMap(([key, { kind }]) => (kind === 'fault' || (kind === 'empty' && isNeeded(key)) ? key : []))
  const unasked = Object.entries(preset ?? {}).filter(([key]) => !fields.includes(key))
  const values = typed.flatMap(([key, one]) => (one.kind === 'value' ? [[key, one.value] as const] : []))
  return { context, entries, setEntries, isNeeded, wrong, values: Object.fromEntries([...unasked, ...values]) }
}

/** A short form for a further item of a list: only what this act asks for. */
export function ItemDialog(props: ItemDialogProps) {
  const t = useText()
  const { playbook, title, act, fields, children, onClose } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [tried, setTried] = useState(false)
  const { context, entries, setEntries, isNeeded, wrong, values } = useDraft(props)
  const making = useMaking(props)
  const told = faultsByField(making.error)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.length === 0) making.mutate(values)
    else dialog.current?.querySelector<HTMLElement>(`[data-field="${wrong[0]}"] .field-input`)?.focus()
  }
  return (
    <dialog ref={dialog} className="item-dialog" aria-label={title} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <h2>{title}</h2>
        {children}
        <div className="item-dialog-fields">
          {fields.map((key) => (
            <div key={key} data-field={key} className={playbook.fields[key]?.kind === 'longText' ? 'is-wide' : ''}>
              <FieldRow
                field={playbook.fields[key]!}
                entry={entries[key] ?? empty}
                context={context}
                {...(isNeeded(key) ? { mark: t(formTexts.required) } : {})}
                refusals={[
                  ...(tried && wrong.includes(key) && !entries[key]?.text ? [formTexts.required] : []),
                  ...(told.get(key) ?? []),
                ]}
                onEntry={(entry) => setEntries({ ...entries, [key]: entry })}
              />
            </div>
          ))}
        </div>
        {making.error ? <ErrorState error={making.error} /> : null}
        <DialogButtons act={act} isBusy={making.isPending} onClose={onClose} />
      </form>
    </dialog>
  )
}

interface ButtonsProps {
  readonly act: string
  readonly isBusy: boolean
  readonly onClose: () => void
}

/** The end of a form in a dialog: leave it, or do it. */
export function DialogButtons({ act, isBusy, onClose }: ButtonsProps) {
  const t = useText()
  return (
    <div className="item-dialog-buttons">
      <button type="button" className="button" onClick={onClose}>
        {t(cancel)}
      </button>
      <button type="submit" className="button is-primary" disabled={isBusy}>
        {act}
      </button>
    </div>
  )
}

/** Puts the item on the list; what was made beside it stands even where a later part fails. */
function useMaking({ playbook, stage, links, onMade, onClose }: ItemDialogProps) {
  return useMutation({
    mutationFn: async (values: Readonly<Record<string, unknown>>) => {
      const placed = {
        ...(stage === undefined ? {} : { stage }),
        ...(links === undefined ? {} : { links: [...links] }),
      }
      const body = { playbook: playbook.key, fields: values, ...placed }
      const { itemId } = await call(createItem, { body })
      await onMade?.(itemId)
    },
    onSuccess: async () => {
      onClose()
      await refresh()
    },
  })
}

const cancel: Title = { zh: '取消', en: 'Cancel' }

function faultsByField(error: unknown): ReadonlyMap<string, readonly Title[]> {
  if (!(error instanceof RefusedError)) return new Map()
  const paths = [...new Set(error.reply.refusals.flatMap(({ path }) => path ?? []))]
  return new Map(
    paths.map((path) => [path, error.reply.refusals.filter((one) => one.path === path).map(({ message }) => message)]),
  )
}
