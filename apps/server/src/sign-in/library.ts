import { isAPIError } from 'better-auth/api'

/** What the library answers: its cookies beside the value. */
interface WithHeaders<T> {
  readonly headers: Headers
  readonly response: T
}

export type LibraryOutcome<T> =
  | { readonly kind: 'ok'; readonly value: T; readonly cookies: readonly string[] }
  /** A refusal of the library's, by its code. */
  | { readonly kind: 'refused'; readonly code: string }

/** Calls the library; its refusals become values, its faults stay faults. */
export async function ask<T>(call: Promise<WithHeaders<T>>): Promise<LibraryOutcome<T>> {
  try {
    const { response, headers } = await call
    return { kind: 'ok', value: response, cookies: headers.getSetCookie() }
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    return { kind: 'refused', code: String(error.body?.code ?? error.status) }
  }
}
