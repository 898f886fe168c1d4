import type { Refusal } from '@guatu/kernel'
import type { Barred, Identify } from '../http/identify.ts'
import { refusal } from '../http/refuse.ts'
import { sessionHeaders } from '../http/visit.ts'
import type { Actor } from '../store/actor.ts'
import type { SignInDeps } from './service.ts'
import { actorOf, type Session, sessionOf, stepOf, webOrigin } from './session.ts'
import { barredReason } from './sign-in.ts'
import { tokenActor } from './token.ts'

function unfinished(session: Session, now: string): Refusal | undefined {
  const step = stepOf(session, now)
  if (step === 'done') return undefined
  return refusal(step === 'changePassword' ? 'PASSWORD_EXPIRED' : 'SECOND_FACTOR_REQUIRED')
}

function actorIn(session: Session, origin: string, now: string): Actor | Barred {
  const problem = barredReason(session) ?? unfinished(session, now)
  return problem ? { barred: [problem] } : actorOf(session, origin)
}

/** Who sends a request: by the token of a program, else by the session of a browser. */
export const identifyBy =
  (deps: SignInDeps): Identify =>
  async (request) => {
    const bearer = /^Bearer (\S{1,200})$/i.exec(request.headers.authorization ?? '')?.[1]
    if (bearer) return await tokenActor(deps, bearer, request.ip)
    if (!request.headers.cookie) return null
    const session = await sessionOf(deps, sessionHeaders(request))
    return session && actorIn(session, webOrigin({ address: request.ip }), deps.now())
  }
