import type { Problem, ProblemCode } from './result.ts'

/** Collects everything that is wrong, so that a refusal can tell all of it at once. */
export class Problems {
  readonly list: Problem[] = []

  add(code: ProblemCode, ids: readonly string[], zh: string, en: string): void {
    this.list.push({ code, ids, message: { zh, en } })
  }
}

const SHOWN_LENGTH = 40

/** JSON of the beginning of a value: however deep or long it is, not more is looked at than can be shown. */
function beginning(value: unknown): string | undefined {
  let count = 0
  return JSON.stringify(value, (_, part: unknown) => {
    if (count++ > SHOWN_LENGTH) return undefined
    return Array.isArray(part) ? part.slice(0, SHOWN_LENGTH) : part
  })
}

/** A value as it stands in a message: short, whatever was handed in. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (beginning(value) ?? String(value))
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text
}

/** The id that a reference names; what is no id is named by how it begins. */
export const nameOf = (id: unknown): string => (typeof id === 'string' ? id : shown(id))
