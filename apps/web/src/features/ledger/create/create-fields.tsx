import type { RefusedReply } from '@guatu/contract'
import { type FormField, formOf } from '@guatu/derive'
import type { Title } from '@guatu/kernel'
import type { Playbook } from '@guatu/playbook'
import { useText } from '../../../app/language.ts'
import type { FieldContext } from '../../../forms/context.ts'
import { typedOf } from '../../../forms/entry.ts'
import { FieldRow } from '../../../forms/field-row.tsx'
import { formTexts } from '../../../forms/texts.ts'
import { ledgerTexts } from '../texts.ts'
import type { Draft } from './draft.ts'

interface CreateFieldsProps {
  readonly playbook: Playbook
  readonly context: FieldContext
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly wrong: readonly string[]
  readonly refusals: RefusedReply['refusals']
}

/** Values that can be read so far: what the next stage still waits for depends on them. */
const valuesNow = ({ playbook, draft, context }: CreateFieldsProps) =>
  Object.fromEntries(
    Object.entries(draft.entries).flatMap(([key, entry]) => {
      const field = playbook.fields[key]
      const typed = field ? typedOf(field, entry, context) : null
      return typed?.kind === 'value' ? [[key, typed.value]] : []
    }),
  )

export function CreateFields(props: CreateFieldsProps) {
  const t = useText()
  const { playbook, context, draft, onDraft, wrong, refusals } = props
  const at = playbook.stages.findIndex(({ key }) => key === draft.stage)
  const next = playbook.stages[at + 1]
  const mark = ({ required }: FormField) =>
    required === 'now'
      ? t(ledgerTexts.requiredNow)
      : required === 'next' && next
        ? t(ledgerTexts.requiredNext, { stage: t(next.title) })
        : undefined
  const faults = (key: string): readonly Title[] => [
    ...(wrong.includes(key) && !draft.entries[key]?.text ? [formTexts.required] : []),
    ...refusals.filter(({ path }) => path === key || path?.endsWith(`/${key}`)).map(({ message }) => message),
  ]
  return (
    <div className="create-body">
      <label className="create-stage">
        {t(ledgerTexts.stageAtStart)}
        <select
          className="field-input"
          value={draft.stage}
          onChange={(event) => onDraft({ ...draft, stage: event.target.value })}
        >
          {playbook.stages.map(({ key, title }) => (
            <option key={key} value={key}>
              {t(title)}
            </option>
          ))}
        </select>
      </label>
      {formOf(playbook, { stage: draft.stage, fields: valuesNow(props) }).map((group) => (
        <fieldset key={group.key} className="create-group">
          <legend>{t(group.title)}</legend>
          {group.fields.map((own) => (
            <div key={own.key} data-field={own.key} className={own.input === 'paragraph' ? 'is-wide' : ''}>
              <FieldRow
                field={playbook.fields[own.key]!}
                entry={draft.entries[own.key] ?? { text: '' }}
                context={context}
                mark={mark(own)}
                refusals={faults(own.key)}
                onEntry={(entry) => onDraft({ ...draft, entries: { ...draft.entries, [own.key]: entry } })}
              />
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
