import { AsyncLocalStorage } from 'node:async_hooks'

/** How a claim of the provider, or an invitation that went there, becomes the library's key of an account. */
export interface OpenIdLookup {
  /** The address of the account that an invitation is for; null: none came along. */
  readonly invited: string | null
  /** The address of the open account of a user name, null: there is none. */
  addressOf(userName: string): Promise<string | null>
}

export const openIdLookup = new AsyncLocalStorage<OpenIdLookup>()

/** No account has it: such a person is refused. */
const nobody = 'nobody@guatu.invalid'

/**
 * An identity that no account is tied to yet is tied to the invitation's account, or to that of the claimed user name.
 * Sign-up is switched off, so that whoever has neither is refused.
 */
export async function openIdUser(profile: Readonly<Record<string, unknown>>, claim: string) {
  const lookup = openIdLookup.getStore()
  if (!lookup) throw new Error('an answer of the OpenID provider outside of a sign-in')
  const claimed = profile[claim]
  const address = lookup.invited ?? (typeof claimed === 'string' ? await lookup.addressOf(claimed) : null)
  return { email: address ?? nobody, emailVerified: true, name: '' }
}
