import { randomBytes } from 'node:crypto'
import type { Deps } from '../http/deps.ts'
import type { Store } from '../store/store.ts'
import { type Auth, createAuth } from './auth.ts'
import type { SignInSettings } from './settings.ts'

export interface SignIn {
  readonly auth: Auth
  readonly settings: SignInSettings
}

/** What signing in stands on. */
export type SignInDeps = Pick<Deps, 'store' | 'today' | 'now'>

const key = 'signIn'

/** Gives the store's life one way of signing in. */
export function useSignIn(store: Store, settings: SignInSettings): SignIn {
  const signIn: SignIn = { auth: createAuth(settings), settings }
  store.kept.set(key, signIn)
  return signIn
}

/** The way of signing in of this store; one for this machine alone where nobody has said otherwise. */
export function signInOf({ store }: Pick<Deps, 'store'>): SignIn {
  const known = store.kept.get(key) as SignIn | undefined
  if (known) return known
  const secret = randomBytes(32).toString('base64url')
  return useSignIn(store, { origin: 'http://localhost', secret, issuerName: '挂图', openId: null, shared: false })
}
