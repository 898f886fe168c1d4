import { showValue } from '@guatu/derive'
import type { Field, FieldRelation } from '@guatu/playbook'
import { useText } from '../../../app/language.ts'
import { showContext } from '../../../forms/show-context.ts'
import { useFieldContext } from '../../../forms/use-field-context.ts'
import { Section } from '../../../ui/section.tsx'
import type { Project } from '../project.ts'
import { loopTexts as texts } from './texts.ts'

interface Side {
  readonly key: string
  readonly fields: readonly (readonly [string, Field])[]
}

/** The fields that one side alone fills in, by side. */
function sidesOf({ playbook }: Project): readonly Side[] {
  const sides = new Map<string, [string, Field][]>()
  for (const [key, field] of Object.entries(playbook.fields)) {
    const side = (field.writtenBy as readonly FieldRelation[] | undefined)?.join()
    if (side) sides.set(side, [...(sides.get(side) ?? []), [key, field]])
  }
  return [...sides].map(([key, fields]) => ({ key, fields }))
}

/** What each side says of the other, side by side; shown once anybody has. */
export function Evaluation(project: Project) {
  const t = useText()
  const context = showContext(useFieldContext())
  const { fields: values } = project.reply.item
  const sides = sidesOf(project)
  const [first] = sides
  const said = sides.some(({ fields }) => fields.some(([key]) => values[key] !== undefined && values[key] !== null))
  if (!first || !said) return null
  const group = project.playbook.groups[first.fields[0]![1].group]
  return (
    <Section title={group ? t(group) : ''} aside={t(texts.ratedBySide)}>
      <div className="loop-ratings">
        {sides.map(({ key, fields }) => (
          <div key={key}>
            {fields.map(([name, field], index) => {
              const value = values[name] ?? null
              const text = value === null ? '' : showValue(field, value, context)
              if (index > 0 && !text) return null
              return (
                <div key={name}>
                  {index === 0 ? <h3>{t(field.title)}</h3> : null}
                  <p className={index === 0 ? 'is-rating' : ''}>{text || t(texts.notRated)}</p>
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </Section>
  )
}
