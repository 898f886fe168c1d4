import type { Playbook } from '@guatu/playbook'
import { useText } from '../../app/language.ts'
import type { Entry } from '../../forms/entry.ts'
import { FieldRow } from '../../forms/field-row.tsx'
import { useFieldContext } from '../../forms/use-field-context.ts'
import { Section } from '../../ui/section.tsx'
import { changeFormTexts as texts } from './texts.ts'

export type Entries = Readonly<Record<string, Entry>>

/** Fields of the application that its applicant fills in: those of the title's group but the title, which follows from the project. */
export function whyFields({ fields, roles }: Playbook) {
  const group = fields[roles.title ?? '']?.group
  return Object.entries(fields).filter(([key, field]) => field.group === group && key !== roles.title)
}

interface WhyPartProps {
  readonly application: Playbook
  readonly entries: Entries
  readonly onEntries: (entries: Entries) => void
  readonly onFiles: (files: readonly File[]) => void
}

/** Reason and evidence: words, and files that go with the application. */
export function WhyPart({ application, entries, onEntries, onFiles }: WhyPartProps) {
  const t = useText()
  const context = useFieldContext()
  return (
    <Section title={t(texts.why)}>
      <div className="change-fields">
        {whyFields(application).map(([key, field]) => (
          <FieldRow
            key={key}
            field={field}
            context={context}
            entry={entries[key] ?? { text: '' }}
            onEntry={(entry) => onEntries({ ...entries, [key]: entry })}
          />
        ))}
        <label className="change-files">
          {t(texts.files)}
          <input type="file" multiple onChange={({ target }) => onFiles([...(target.files ?? [])])} />
          <span className="change-hint">{t(texts.filesHint)}</span>
        </label>
      </div>
    </Section>
  )
}
