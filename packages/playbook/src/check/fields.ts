import { type Field, type FieldKind, fieldRelations, secretClasses } from '../field.ts'
import type { FieldRole, Playbook } from '../playbook.ts'
import { type Check, type Mistake, repeated, unknown } from './mistake.ts'

/** Kinds that a role's field may have: the store keeps roles in typed columns. */
const roleKinds: Record<FieldRole, readonly FieldKind[]> = {
  title: ['text'],
  leadOrg: ['org'],
  owner: ['person'],
  leader: ['person'],
  area: ['area'],
  location: ['text', 'longText'],
  industry: ['industry'],
  start: ['date'],
  finish: ['date'],
  actualStart: ['date'],
  inStatistics: ['flag'],
  amount: ['money'],
  annualPlan: ['money'],
  annualDone: ['money'],
  monthDone: ['money'],
  landAreaMu: ['number'],
  progress: ['text', 'longText'],
  blockers: ['text', 'longText'],
  urgency: ['choice'],
  matterType: ['choice'],
  asked: ['text', 'longText'],
  raiser: ['person'],
  raiserOrg: ['org'],
  raisedOn: ['date'],
  askedFinish: ['date'],
  askedWorkdays: ['integer'],
}

/** Columns of the ledger that are the item's own and no field. */
export const kernelColumns = ['stage', 'lamp', 'deadline', 'behindPoints', 'maturity'] as const

export const checkFields: Check = (playbook) => [
  ...Object.entries(playbook.fields).flatMap(([key, field]) => fieldMistakes(playbook, `fields/${key}`, field)),
  ...roleMistakes(playbook),
  ...columnMistakes(playbook),
  ...raiseFormMistakes(playbook),
]

function fieldMistakes(playbook: Playbook, path: string, field: Field): Mistake[] {
  const mistakes = unknown(`${path}/group`, 'group', field.group, Object.keys(playbook.groups))
  if (field.metric !== undefined) {
    mistakes.push(...unknown(`${path}/metric`, 'metric', field.metric, Object.keys(playbook.metrics)))
    const unit = playbook.metrics[field.metric]?.unit
    const kinds: readonly FieldKind[] = unit === 'CNY' ? ['money'] : ['integer', 'number', 'percent']
    if (unit && !kinds.includes(field.kind)) {
      mistakes.push({
        path: `${path}/metric`,
        message: `a metric in ${unit} needs a field of kind ${kinds.join(', ')}`,
      })
    }
  }
  return [...mistakes, ...settingMistakes(playbook, path, field), ...accessMistakes(playbook, path, field)]
}

/** What is kept apart can stand in no column that lists, rankings or figures read; a relation needs somebody named. */
function accessMistakes(playbook: Playbook, path: string, field: Field): Mistake[] {
  const mistakes: Mistake[] = []
  const { secret, relation } = field
  if (secret !== undefined) {
    mistakes.push(...unknown(`${path}/secret`, 'class of secrets', secret, secretClasses))
    const role = Object.entries(playbook.roles).find(([, key]) => path === `fields/${key}`)?.[0]
    const open = role ? `plays the role ${role}` : field.metric ? 'is a figure' : relation ? 'ties the item' : null
    if (open) mistakes.push({ path: `${path}/secret`, message: `a field that ${open} cannot be secret` })
    if (playbook.columns.some((column) => path === `fields/${column}`)) {
      mistakes.push({ path: `${path}/secret`, message: 'a secret field cannot be among the first columns' })
    }
  }
  if (relation !== undefined) {
    mistakes.push(...unknown(`${path}/relation`, 'relation', relation, fieldRelations))
    const kinds: readonly FieldKind[] = personRelations.has(relation) ? ['person'] : ['org', 'orgs', 'person']
    if (!kinds.includes(field.kind)) {
      mistakes.push({ path: `${path}/relation`, message: `needs a field of kind ${kinds.join(' or ')}` })
    }
  }
  return mistakes
}

const personRelations: ReadonlySet<string> = new Set(['owner', 'leader'])

function settingMistakes(playbook: Playbook, path: string, field: Field): Mistake[] {
  const mistakes: Mistake[] = []
  if ('maxLength' in field && field.maxLength !== undefined && field.maxLength < 1) {
    mistakes.push({ path: `${path}/maxLength`, message: 'takes no text at all' })
  }
  if ('pattern' in field && field.pattern !== undefined && !isPattern(field.pattern)) {
    mistakes.push({ path: `${path}/pattern`, message: `'${field.pattern}' is no regular expression` })
  }
  if ('min' in field && field.min !== undefined && field.max !== undefined && field.min > field.max) {
    mistakes.push({ path: `${path}/min`, message: `${field.min} is above max ${field.max}` })
  }
  if (field.kind === 'choice' && Object.keys(field.choices).length === 0) {
    mistakes.push({ path: `${path}/choices`, message: 'nothing to choose' })
  }
  const sources = (field.kind === 'area' && field.inferFrom) || []
  for (const [index, source] of sources.entries()) {
    mistakes.push(...unknown(`${path}/inferFrom/${index}`, 'field', source, Object.keys(playbook.fields)))
  }
  return mistakes
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}

function roleMistakes(playbook: Playbook): Mistake[] {
  const mistakes: Mistake[] = playbook.roles.title ? [] : [{ path: 'roles/title', message: 'every item needs a title' }]
  for (const [role, key] of Object.entries(playbook.roles)) {
    const path = `roles/${role}`
    mistakes.push(...unknown(path, 'field', key, Object.keys(playbook.fields)))
    const kind = playbook.fields[key]?.kind
    const kinds = roleKinds[role as FieldRole]
    if (kinds === undefined)
      mistakes.push({ path, message: `no such role; known: ${Object.keys(roleKinds).join(', ')}` })
    else if (kind && !kinds.includes(kind)) {
      mistakes.push({ path, message: `'${key}' is of kind ${kind}; the role needs ${kinds.join(' or ')}` })
    }
  }
  return mistakes
}

function columnMistakes(playbook: Playbook): Mistake[] {
  const known = [...Object.keys(playbook.fields), ...kernelColumns]
  return [
    ...playbook.columns.flatMap((column, index) => unknown(`columns/${index}`, 'field or column', column, known)),
    ...repeated(
      playbook.columns.map((column, index) => [`columns/${index}`, column]),
      'column',
    ),
  ]
}

/** What the short form leaves out cannot be required: nobody could send it. */
function raiseFormMistakes({ raiseForm, fields }: Playbook): Mistake[] {
  if (!raiseForm) return []
  const keys = Object.keys(fields)
  const missing = keys.filter((key) => fields[key]!.required && !raiseForm.includes(key))
  return [
    ...raiseForm.flatMap((key, index) => unknown(`raiseForm/${index}`, 'field', key, keys)),
    ...repeated(
      raiseForm.map((key, index) => [`raiseForm/${index}`, key]),
      'field',
    ),
    ...missing.map((key) => ({ path: 'raiseForm', message: `lacks '${key}', which is required` })),
  ]
}
