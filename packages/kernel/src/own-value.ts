/** A record's own value of a key that people typed: `toString` and its like are words here, not what objects inherit. */
export const ownValue = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
