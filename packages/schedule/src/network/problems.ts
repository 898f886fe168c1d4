import type { Problem, ProblemCode } from './result.ts'

/** Collects everything that is wrong, so that a refusal can tell all of it at once. */
export class Problems {
  readonly list: Problem[] = []

  add(code: ProblemCode, ids: readonly string[], zh: string, en: string): void {
    this.list.push({ code, ids, message: { zh, en } })
  }
}

/** A value as it stands in a message: short, whatever was handed in. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
