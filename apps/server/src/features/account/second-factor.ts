import { confirmSecondFactor, endSecondFactor, renewRecoveryCodes, startSecondFactor } from '@guatu/contract'
import { refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { confirmEnrolment, endEnrolment, renewCodes, startEnrolment } from '../../sign-in/second-factor.ts'
import { sessionOf } from '../../sign-in/session.ts'

const signInFirst = refused(refusal('SIGN_IN_REQUIRED'))
/** A token signs nobody in: what proves a person is changed in a browser. */
const notByToken = refused(refusal('FORBIDDEN'))

export const startSecondFactorFeature = feature(startSecondFactor, async (deps, { body, visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  return session ? await startEnrolment(deps, visit, session, body.password) : signInFirst
})

export const confirmSecondFactorFeature = feature(confirmSecondFactor, async (deps, { body, visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  return session ? await confirmEnrolment(deps, visit, session, body.code) : signInFirst
})

export const endSecondFactorFeature = feature(endSecondFactor, async (deps, { body, visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  return session ? await endEnrolment(deps, visit, session, body.password) : notByToken
})

export const renewRecoveryCodesFeature = feature(renewRecoveryCodes, async (deps, { body, visit }) => {
  const session = await sessionOf(deps, visit.cookies)
  return session ? await renewCodes(deps, visit, session, body.password) : notByToken
})
