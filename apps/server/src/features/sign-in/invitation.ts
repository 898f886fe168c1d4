import { acceptInvitation, openInvitation } from '@guatu/contract'
import { done, refused } from '@guatu/kernel'
import { feature } from '../../http/feature.ts'
import { refusal } from '../../http/refuse.ts'
import { isAdministrator, postWords } from '../../sign-in/account.ts'
import { acceptLink, invitationKinds, invitee } from '../../sign-in/invitation.ts'
import { openLink } from '../../sign-in/links.ts'
import { passwordRules } from '../../sign-in/password-rules.ts'
import { policyOf } from '../../sign-in/policy.ts'
import { signInOf } from '../../sign-in/service.ts'
import { changeAccounts } from '../../sign-in/transaction.ts'

export const openInvitationFeature = feature(
  openInvitation,
  async (deps, { body }) =>
    await changeAccounts(deps.store, async (tx) => {
      const link = await openLink(tx, body.token, invitationKinds, deps.now())
      if (!link) return refused(refusal('LINK_INVALID'))
      const person = await invitee(tx, deps.today(), link)
      const administrator = isAdministrator(person)
      const [post] = person.posts
      const { passwordMaxAgeDays: maxAgeDays } = await policyOf(tx)
      return done({
        name: person.name,
        post: post ? postWords(post) : null,
        userName: person.account?.userName ?? null,
        secondFactorRequired: administrator,
        openId: signInOf(deps).settings.openId !== null,
        password: { ...passwordRules(administrator), maxAgeDays },
        expiresAt: link.expiresAt,
      })
    }),
)

export const acceptInvitationFeature = feature(
  acceptInvitation,
  async (deps, { body, visit }) => await acceptLink(deps, visit, body),
)
