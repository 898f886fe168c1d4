/** A value as an event may hold it: fractional numbers become text, since a hash must be recomputable anywhere. */
export function eventValue(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : String(value)
  if (Array.isArray(value)) return value.map(eventValue)
  if (typeof value !== 'object' || value === null) return value ?? null
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, eventValue(part)]))
}
