import { type BodyOf, createItem } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
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

/** A short form for a further item of a list: only what this act asks for. */
export function ItemDialog({ playbook, title, act, fields, children, onClose, ...more }: ItemDialogProps) {
  const t = useText()
  const context = useFieldContext()
  const dialog = useRef<HTMLDialogElement>(null)
  const [entries, setEntries] = useState<Entries>(() =>
    Object.fromEntries(fields.map((key) => [key, entryOf(playbook.fields[key]!, more.preset?.[key], context)])),
  )
  const [tried, setTried] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const isNeeded = (key: string) => playbook.fields[key]?.required === true || more.needed?.includes(key) === true
  const typed = fields.map((key) => [key, typedOf(playbook.fields[key]!, entries[key] ?? empty, context)] as const)
  const wrong = typed.flatMap(([key, { kind }]) => (kind === 'fault' || (kind === 'empty' && isNeeded(key)) ? key : []))
  const making = useMaking({ playbook, onClose, ...more })
  const told = faultsByField(making.error)
  const submit = () => {
    setTried(true)
    if (wrong.length > 0) {
      dialog.current?.querySelector<HTMLElement>(`[data-field="${wrong[0]}"] .field-input`)?.focus()
      return
    }
    making.mutate(Object.fromEntries(typed.flatMap(([key, one]) => (one.kind === 'value' ? [[key, one.value]] : []))))
  }
  return (
    <dialog ref={dialog} className="item-dialog" aria-label={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
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
        <div className="item-dialog-buttons">
          <button type="button" className="button" onClick={onClose}>
            {t(cancel)}
          </button>
          <button type="submit" className="button is-primary" disabled={making.isPending}>
            {act}
          </button>
        </div>
      </form>
    </dialog>
  )
}

type Making = Pick<ItemDialogProps, 'playbook' | 'preset' | 'stage' | 'links' | 'onMade' | 'onClose'>

/** Puts the item on the list; what was made beside it stands even where a later part fails. */
function useMaking({ playbook, preset, stage, links, onMade, onClose }: Making) {
  return useMutation({
    mutationFn: async (values: Readonly<Record<string, unknown>>) => {
      const placed = {
        ...(stage === undefined ? {} : { stage }),
        ...(links === undefined ? {} : { links: [...links] }),
      }
      const body = { playbook: playbook.key, fields: { ...preset, ...values }, ...placed }
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
