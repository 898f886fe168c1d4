/**
 * Something outside the program stands in the way: a port, a folder, a server, an argument. The message is one line for
 * the user, Chinese first, and is shown without a stack; anything else that is thrown is a bug.
 */
export class OperatingProblem extends Error {
  override name = 'OperatingProblem'
}

/** The message as the terminal shows it: one line for an operating problem, the whole stack for a bug. */
export function describeFailure(error: unknown): string {
  if (error instanceof OperatingProblem) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
