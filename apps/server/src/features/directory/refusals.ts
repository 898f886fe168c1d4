import type { Refusal } from '@guatu/kernel'

/** What speaks against a write as the directory stands; the path is the field of the form. */
export const invalid = (path: string, zh: string, en: string, accepted?: readonly string[]): Refusal => ({
  code: 'DIRECTORY_INVALID',
  path,
  message: { zh, en },
  ...(accepted ? { accepted } : {}),
})

export const reasonRequired = (zh: string, en: string): Refusal => ({
  code: 'REASON_REQUIRED',
  path: 'reason',
  message: { zh, en },
})
