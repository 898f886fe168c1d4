import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { Id, Instant, nullable, oneOf } from './shapes.ts'

/**
 * What stands between a person and the work: a code of the second factor, its enrolment (administrators must), a new
 * password (the old one is too old). `done`: nothing.
 */
export const SignInStep = oneOf(['done', 'secondFactor', 'enrolSecondFactor', 'changePassword'])
export type SignInStep = Static<typeof SignInStep>
const StepReply = Type.Object({ next: SignInStep })

/** Marks a request that a screen sends by itself, with nobody at work: it does not keep the session from timing out. */
export const unattendedHeader = 'x-guatu-unattended'

/** Passwords and codes travel in bodies only; the bounds keep hashing cheap to refuse. */
export const Password = Type.String({ minLength: 1, maxLength: 200 })
const UserName = Type.String({ minLength: 1, maxLength: 64 })
/** The part of a one-time link behind its `#`, which no server log ever sees. */
const LinkToken = Type.String({ minLength: 1, maxLength: 100 })

export const PasswordRulesShape = Type.Object({
  minLength: Type.Integer(),
  /** Of capital letters, small letters, digits and signs. */
  minKinds: Type.Integer(),
  /** Passwords before that may not come again. */
  historyLength: Type.Integer(),
  /** Null: a password does not grow old. */
  maxAgeDays: nullable(Type.Integer()),
})

export const getSignIn = route({
  name: 'getSignIn',
  needs: 'public',
  method: 'GET',
  path: '/api/sign-in',
  summary: 'How one may sign in here, and how far this browser has got',
  reply: Type.Object({
    district: Type.Object({ name: Type.String(), shortName: Type.String() }),
    /** Nobody has an account yet: the set-up link stands in the terminal of the server. */
    setUpNeeded: Type.Boolean(),
    /** The demonstration may be entered without a password: it is one, and the request comes from this machine. */
    demonstration: Type.Boolean(),
    /** Sign-in by OpenID Connect is configured. */
    openId: Type.Boolean(),
    /** Null: nobody is signed in. */
    session: nullable(
      Type.Object({
        name: Type.String(),
        /** Null: signed in by OpenID Connect. */
        userName: nullable(Type.String()),
        next: SignInStep,
        /** What a new password of this person has to be. */
        password: PasswordRulesShape,
      }),
    ),
  }),
  refusals: [],
})
export type SignInState = Static<typeof getSignIn.reply>

export const signIn = route({
  name: 'signIn',
  needs: 'public',
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Sign in by user name and password',
  body: Type.Object({ userName: UserName, password: Password }),
  reply: StepReply,
  refusals: ['SIGN_IN_FAILED', 'SIGN_IN_LOCKED', 'FORBIDDEN', 'TOO_MANY_REQUESTS'],
})

export const verifySecondFactor = route({
  name: 'verifySecondFactor',
  needs: 'public',
  method: 'POST',
  path: '/api/sign-in/second-factor',
  summary: 'The code of the second factor, or a recovery code, after the password',
  body: Type.Object({ code: Type.String({ minLength: 6, maxLength: 20 }) }),
  reply: StepReply,
  refusals: ['SIGN_IN_REQUIRED', 'SECOND_FACTOR_WRONG', 'SIGN_IN_LOCKED', 'TOO_MANY_REQUESTS'],
})

export const signOut = route({
  name: 'signOut',
  needs: 'public',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session',
  reply: Type.Object({ ended: Type.Boolean() }),
  refusals: [],
})

export const startOpenId = route({
  name: 'startOpenId',
  needs: 'public',
  method: 'POST',
  path: '/api/sign-in/openid',
  summary: 'The address of the OpenID provider to go to; with an invitation, the identity is tied to its person',
  body: Type.Object({ invitation: Type.Optional(LinkToken) }),
  reply: Type.Object({ url: Type.String() }),
  refusals: ['OPENID_FAILED', 'LINK_INVALID', 'TOO_MANY_REQUESTS'],
})

/** The provider sends the browser here; the reply sends it on to `/`, or to `/sign-in?problem=CODE`. */
export const finishOpenId = route({
  name: 'finishOpenId',
  needs: 'public',
  method: 'GET',
  path: '/api/sign-in/openid/callback',
  summary: 'Where the OpenID provider sends the browser back to',
  query: Type.Object(
    {
      code: Type.Optional(Type.String({ maxLength: 4000 })),
      state: Type.Optional(Type.String({ maxLength: 4000 })),
      iss: Type.Optional(Type.String({ maxLength: 400 })),
      error: Type.Optional(Type.String({ maxLength: 400 })),
      error_description: Type.Optional(Type.String({ maxLength: 4000 })),
      session_state: Type.Optional(Type.String({ maxLength: 400 })),
      scope: Type.Optional(Type.String({ maxLength: 400 })),
    },
    { additionalProperties: false },
  ),
  replyRedirect: true,
  refusals: ['OPENID_FAILED', 'TOO_MANY_REQUESTS'],
})

export const openSetUp = route({
  name: 'openSetUp',
  needs: 'public',
  method: 'POST',
  path: '/api/set-up/look',
  summary: 'Whether a set-up link still opens',
  body: Type.Object({ token: LinkToken }),
  reply: Type.Object({ district: Type.Object({ name: Type.String() }), expiresAt: Instant }),
  refusals: ['LINK_INVALID', 'TOO_MANY_REQUESTS'],
})

const Named = Type.Object({ name: Type.String({ minLength: 1, maxLength: 40 }) })
const administrators = oneOf(['systemAdmin', 'securityAdmin', 'auditAdmin'])

export const completeSetUp = route({
  name: 'completeSetUp',
  needs: 'public',
  method: 'POST',
  path: '/api/set-up',
  summary: 'Name the three administrators, three different persons; answers an invitation link for each, shown once',
  body: Type.Object({ token: LinkToken, systemAdmin: Named, securityAdmin: Named, auditAdmin: Named }),
  reply: Type.Object({
    invitations: Type.Array(
      Type.Object({ role: administrators, name: Type.String(), link: Type.String(), expiresAt: Instant }),
    ),
  }),
  refusals: ['LINK_INVALID', 'TOO_MANY_REQUESTS'],
})
export type SetUpReply = Static<typeof completeSetUp.reply>

export const openInvitation = route({
  name: 'openInvitation',
  needs: 'public',
  method: 'POST',
  path: '/api/invitations/look',
  summary: 'Whom an invitation link is for and what a password has to be',
  body: Type.Object({ token: LinkToken }),
  reply: Type.Object({
    name: Type.String(),
    /** Unit and role in words; null: no post yet. */
    post: nullable(Type.String()),
    /** Kept where credentials are only set anew; null: to be chosen. */
    userName: nullable(Type.String()),
    /** A second factor has to be enrolled next. */
    secondFactorRequired: Type.Boolean(),
    openId: Type.Boolean(),
    password: PasswordRulesShape,
    expiresAt: Instant,
  }),
  refusals: ['LINK_INVALID', 'TOO_MANY_REQUESTS'],
})
export type Invitation = Static<typeof openInvitation.reply>

export const acceptInvitation = route({
  name: 'acceptInvitation',
  needs: 'public',
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Choose user name and password; opens the account and signs in',
  body: Type.Object({ token: LinkToken, userName: UserName, password: Password }),
  reply: StepReply,
  refusals: ['LINK_INVALID', 'USER_NAME_TAKEN', 'PASSWORD_REFUSED', 'FORBIDDEN', 'TOO_MANY_REQUESTS'],
})

export const listDemonstrationPersons = route({
  name: 'listDemonstrationPersons',
  needs: 'public',
  method: 'GET',
  path: '/api/demonstration/persons',
  summary: 'Typical persons of the demonstration, to enter as; only on the machine itself',
  reply: Type.Object({
    persons: Type.Array(
      Type.Object({ personId: Id, name: Type.String(), role: Type.String(), post: Type.String(), org: Type.String() }),
    ),
  }),
  refusals: ['FORBIDDEN'],
})
export type DemonstrationPersons = Static<typeof listDemonstrationPersons.reply>['persons']

export const enterDemonstration = route({
  name: 'enterDemonstration',
  needs: 'public',
  method: 'POST',
  path: '/api/demonstration/enter',
  summary: 'Enter the demonstration as one of its persons, without a password; only on the machine itself',
  body: Type.Object({ personId: Id }),
  reply: StepReply,
  refusals: ['FORBIDDEN', 'TOO_MANY_REQUESTS'],
})
