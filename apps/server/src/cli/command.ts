/** One command of `npx guatu`, in a file of its own that is loaded only when it is called. */
export interface Command {
  readonly summary: { readonly zh: string; readonly en: string }
  /**
   * Runs it with the words after its name; answers the exit code. The result goes to standard output, everything else to
   * standard error. Throws {@link OperatingProblem} for what stands in the user's way.
   */
  run(args: string[]): Promise<number>
}
