/** What is set in quotes in a message is what somebody sent: a value that does not fit, a duplicate key. */
const quoted = /"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|=\([^)]*\)/g
/** Tokens, hashes, telephone and identity numbers. */
const long = /[A-Za-z0-9+/_=.-]*[0-9][A-Za-z0-9+/_=.-]{6,}/g
/** Words of other scripts: names, titles. */
const foreign = /[^\x20-\x7e\n]+/g

const withoutValues = (text: string) => text.replace(quoted, '…').replace(long, '…').replace(foreign, '…')

const frames = (stack: string | undefined) => (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))

interface Fault extends Error {
  /** Of a database error: what it is and where, in the schema's own words. */
  readonly code?: string
  readonly severity?: string
  readonly table?: string
  readonly constraint?: string
  readonly routine?: string
}

/**
 * A fault for the terminal: the route as it is written in the contract, what failed and where in the program. Address,
 * query, headers and body of the request stay out, and so do values that the message repeats.
 */
export function faultLine(method: string, route: string | undefined, error: Fault): string {
  const { code, severity, table, constraint, routine } = error
  const words = severity ? [`SQL ${code}`, routine, table, constraint] : [code, withoutValues(error.message ?? '')]
  const head = `${method} ${route ?? '(no route)'}: ${error.name ?? 'Error'} ${words.filter(Boolean).join(' ')}`
  return [head, ...frames(error.stack)].join('\n')
}
