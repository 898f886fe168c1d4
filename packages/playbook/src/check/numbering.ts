import { type Check, unknown } from './mistake.ts'

/** A number goes to a text field at a stage that exists, with a mark for every choice of its series. */
export const checkNumbering: Check = ({ fields, stages, numbering }) => {
  if (!numbering) return []
  const { field, dateField, stage, by, marks } = numbering
  const choice = fields[by]
  const choices = choice?.kind === 'choice' ? Object.keys(choice.choices) : []
  const used = Object.values(marks)
  return [
    ...(fields[field]?.kind === 'text' ? [] : [{ path: 'numbering/field', message: `no text '${field}'` }]),
    ...(dateField === undefined || fields[dateField]?.kind === 'date'
      ? []
      : [{ path: 'numbering/dateField', message: `no date '${dateField}'` }]),
    ...unknown(
      'numbering/stage',
      'stage',
      stage,
      stages.map(({ key }) => key),
    ),
    ...(choice?.kind === 'choice' ? [] : [{ path: 'numbering/by', message: `no choice '${by}'` }]),
    ...choices
      .filter((key) => !marks[key])
      .map((key) => ({ path: `numbering/marks/${key}`, message: 'a choice without a mark' })),
    ...Object.keys(marks).flatMap((key) => unknown(`numbering/marks/${key}`, 'choice', key, choices)),
    ...(new Set(used).size === used.length ? [] : [{ path: 'numbering/marks', message: 'two series share a mark' }]),
  ]
}
