import { changePassword } from '@guatu/contract'
import { type Outcome, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { changeOwnPassword } from '../../sign-in/change-password.ts'
import type { StepReply } from '../../sign-in/lockout.ts'
import { sessionOf } from '../../sign-in/session.ts'

export const changePasswordFeature = feature(
  changePassword,
  async (deps, { body, visit }): Promise<Outcome<StepReply>> => {
    const session = await sessionOf(deps, visit.cookies)
    if (!session) return refused(refusal('SIGN_IN_REQUIRED'))
    return await changeOwnPassword(deps, visit, session, body)
  },
)
