import { useText } from '../../app/language.ts'
import { Section } from '../../ui/section.tsx'
import { extraTexts } from './extra-texts.ts'
import { texts } from './texts.ts'

/** What the ledger held and no field takes, under the ledger's own column headers: nothing typed is ever out of sight. */
export function ExtraValues({ fields }: { readonly fields: Readonly<Record<string, unknown>> }) {
  const t = useText()
  const entries = extraTexts(fields)
  if (entries.length === 0) return null
  return (
    <Section title={t(texts.extra)} aside={t(texts.extraHint)}>
      <dl className="project-values">
        {entries.map(([header, text]) => (
          <div key={header} className={text.length > 40 ? 'is-wide' : ''}>
            <dt>{header}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
