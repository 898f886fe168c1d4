import { type ItemRow, type ItemSecrets, updateItem } from '@guatu/contract'
import type { Title } from '@guatu/kernel'
import type { Playbook, SecretClass } from '@guatu/playbook'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query.ts'
import { RefusedError } from '../../api/refused.ts'
import { useText } from '../../app/language.ts'
import { type Entry, typedOf } from '../../forms/entry.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { Section } from '../../ui/section.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { ExtraValues } from './extra-values.tsx'
import { changedFields, type FieldEntries, groupedFields, startEntries } from './field-form.ts'
import { FieldValues } from './field-values.tsx'
import { Oversight } from './oversight.tsx'
import type { Project } from './project.ts'
import { secretTexts } from './secret-texts.ts'
import { isOpen, isSecret, SecretsBar, useSecrets } from './secrets.tsx'
import { texts } from './texts.ts'

/** All fields by group: to read, and to change group by group or all at once. */
export function FieldsPart(project: Project) {
  const t = useText()
  const [editing, setEditing] = useState(false)
  const { item } = project.reply
  const shown = useSecrets(item.itemId)
  const { secrets, hide } = shown
  const close = () => {
    setEditing(false)
    hide()
  }
  const maySee = (secret: SecretClass) => project.reply.allowed.includes(`secret.${secret}`)
  const count = Object.keys(item.hidden).length
  const bar = isSecret(project.playbook, maySee) ? <SecretsBar shown={shown} count={count} /> : null
  if (editing) {
    return (
      <>
        {bar}
        <FieldsForm key={secrets ? 'whole' : 'open'} {...project} secrets={secrets} onClose={close} />
      </>
    )
  }
  return (
    <>
      {project.reply.allowed.includes('item.edit') ? (
        <button type="button" className="button no-print" onClick={() => setEditing(true)}>
          {t(texts.edit)}
        </button>
      ) : null}
      {count > 0 ? bar : null}
      <Oversight {...project} />
      {readGroups(project.playbook).map(({ group, title, fields }) => (
        <Section key={group} title={t(title)}>
          <FieldValues
            {...{ fields, secrets, maySee }}
            values={item.fields}
            hidden={item.hidden}
            itemId={item.itemId}
          />
        </Section>
      ))}
      <ExtraValues fields={item.fields} />
    </>
  )
}

/** What each side says of the other stands by itself on the page. */
const readGroups = (playbook: Playbook) =>
  groupedFields(playbook).filter(({ fields }) => fields.some(([, { writtenBy }]) => writtenBy === undefined))

interface FieldsFormProps extends Project {
  readonly secrets: ItemSecrets | undefined
  readonly onClose: () => void
}

function FieldsForm({ reply, playbook, secrets, onClose }: FieldsFormProps) {
  const t = useText()
  const context = useFieldContext()
  const values = { ...reply.item.fields, ...secrets?.fields }
  const [entries, setEntries] = useState<FieldEntries>(() => startEntries(playbook, values, context))
  const changes = changedFields(playbook, values, entries, context)
  const save = useSave(reply.item, values, onClose)
  const refusals = refusalsByField(save.error)
  const faulty = Object.entries(playbook.fields).some(
    ([key, field]) => entries[key] && typedOf(field, entries[key], context).kind === 'fault',
  )
  const set = (key: string, entry: Entry) => setEntries({ ...entries, [key]: entry })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(changes)
      }}
    >
      {groupedFields(playbook).map(({ group, title, fields }) => (
        <Section key={group} title={t(title)}>
          <div className="project-editor-fields">
            {fields
              .filter(([, field]) => isOpen(field, secrets))
              .map(([key, field]) => (
                <FieldRow
                  key={key}
                  field={field}
                  entry={entries[key] ?? { text: '' }}
                  onEntry={(entry) => set(key, entry)}
                  context={context}
                  refusals={refusals.get(key) ?? []}
                />
              ))}
            {secrets === undefined && fields.some(([, { secret }]) => secret) ? (
              <p className="project-muted">{t(secretTexts.formNote)}</p>
            ) : null}
          </div>
        </Section>
      ))}
      {save.error ? <SaveError error={save.error} /> : null}
      <div className="project-buttons is-sticky">
        <button type="button" className="button" onClick={onClose}>
          {t(texts.cancel)}
        </button>
        <button
          type="submit"
          className="button is-primary"
          disabled={faulty || save.isPending || Object.keys(changes).length === 0}
        >
          {t(texts.save)}
        </button>
      </div>
    </form>
  )
}

/** A stale revision loses nothing: the words stay in the form, and the page behind it shows what is stored. */
function SaveError({ error }: { readonly error: Error }) {
  const t = useText()
  const stale = error instanceof RefusedError && error.reply.code === 'REVISION_STALE'
  return (
    <>
      {stale ? <p className="project-sentence">{t(texts.stale)}</p> : null}
      <ErrorState error={error} />
    </>
  )
}

function refusalsByField(error: unknown): ReadonlyMap<string, readonly Title[]> {
  const byField = new Map<string, Title[]>()
  if (!(error instanceof RefusedError)) return byField
  for (const { path, message } of error.reply.refusals) {
    const key = path?.split('/')[0]
    if (key) byField.set(key, [...(byField.get(key) ?? []), message])
  }
  return byField
}

function useSave(item: ItemRow, values: Readonly<Record<string, unknown>>, onSaved: () => void) {
  const t = useText()
  const send = (revision: number, fields: Record<string, unknown>) =>
    call(updateItem, { params: { itemId: item.itemId }, body: { revision, fields } })
  return useMutation({
    mutationFn: (fields: Record<string, unknown>) => send(item.revision, fields),
    onSuccess: async (reply, fields) => {
      const before = Object.fromEntries(Object.keys(fields).map((key) => [key, values[key] ?? null]))
      toast({
        text: t(texts.fieldsSaved, { count: Object.keys(fields).length }),
        undo: async () => {
          await send(reply.item.revision, before)
          await refresh()
        },
      })
      onSaved()
      await refresh()
    },
    onError: (error) => {
      // The stored record is read again, so that a second try carries its revision.
      if (error instanceof RefusedError && error.reply.code === 'REVISION_STALE') void refresh()
    },
  })
}
