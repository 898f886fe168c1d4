import type { Check, Mistake } from './mistake.ts'

/** Plain data with both languages: what a playbook must be before its references are worth looking at. */
export const checkShape: Check = (playbook) => {
  const mistakes = plainData(playbook, [])
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(playbook.key)) {
    mistakes.push({ path: 'key', message: `'${playbook.key}' is not lower-case words joined by hyphens` })
  }
  if (!Number.isInteger(playbook.version) || playbook.version < 1) {
    mistakes.push({ path: 'version', message: `${playbook.version} is not a whole number from 1` })
  }
  for (const name of Object.keys(playbook.fields)) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) mistakes.push({ path: `fields/${name}`, message: 'not a camelCase name' })
  }
  return mistakes
}

function plainData(value: unknown, path: readonly string[]): Mistake[] {
  const at = path.join('/')
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [{ path: at, message: `${value} is no number` }]
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || value === undefined) return []
  if (typeof value !== 'object') return [{ path: at, message: `a ${typeof value} is no plain data` }]
  if (isTitle(value)) return titleMistakes(value, at)
  return Object.entries(value).flatMap(([key, part]) => plainData(part, [...path, key]))
}

const isTitle = (value: object): value is { zh?: unknown; en?: unknown } =>
  !Array.isArray(value) && ('zh' in value || 'en' in value)

function titleMistakes(title: { zh?: unknown; en?: unknown }, path: string): Mistake[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const text = title[language]
    return typeof text === 'string' && text.trim() !== '' ? [] : [{ path: `${path}/${language}`, message: 'no words' }]
  })
}
