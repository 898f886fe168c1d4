import { type Action, actions, type Role, roles } from '@guatu/access'
import { type Static, Type } from 'typebox'
import { route } from './route.ts'
import { Id, Instant, IsoDay, nullable, oneOf } from './shapes.ts'
import { Password, PasswordRulesShape, SignInStep } from './sign-in.ts'

const RoleShape = oneOf(Object.keys(roles) as Role[])
const ActionShape = oneOf(Object.keys(actions) as Action[])
const StepReply = Type.Object({ next: SignInStep })
const Done = Type.Object({ done: Type.Boolean() })
const Reason = Type.String({ minLength: 1, maxLength: 500 })

export const getAccount = route({
  name: 'getAccount',
  needs: 'session',
  method: 'GET',
  path: '/api/account',
  summary: 'Who is signed in, from which post, and what the person may do anywhere',
  reply: Type.Object({
    /** Null: nobody's account, such as the operator's own commands. */
    personId: nullable(Id),
    name: Type.String(),
    /** Null: signed in by OpenID Connect or entered the demonstration. */
    userName: nullable(Type.String()),
    /** Unit and role in words of the post that the person acts from. */
    post: nullable(Type.String()),
    postId: nullable(Id),
    posts: Type.Array(
      Type.Object({
        postId: Id,
        role: RoleShape,
        org: Type.String(),
        title: nullable(Type.String()),
        /** Name of the person deputised for. */
        deputyFor: nullable(Type.String()),
      }),
    ),
    /** What the posts grant somewhere; the item itself is judged when it is asked for. */
    actions: Type.Array(ActionShape),
    /** The session of a demonstration, entered without a password. */
    demonstration: Type.Boolean(),
    secondFactor: Type.Object({ enrolled: Type.Boolean(), required: Type.Boolean(), recoveryCodes: Type.Integer() }),
    password: PasswordRulesShape,
    passwordExpiresOn: nullable(IsoDay),
  }),
  refusals: [],
})
export type Account = Static<typeof getAccount.reply>

export const choosePost = route({
  name: 'choosePost',
  needs: 'session',
  method: 'PUT',
  path: '/api/account/post',
  summary: 'Act from another of one’s own posts in this session',
  body: Type.Object({ postId: Id }),
  reply: Type.Object({ post: Type.String() }),
  refusals: ['NOT_FOUND'],
})

/** Public, since an old password has to be changed before the session opens anything; asks for the session itself. */
export const changePassword = route({
  name: 'changePassword',
  needs: 'public',
  method: 'POST',
  path: '/api/account/password',
  summary: 'Set a new password; ends all other sessions',
  body: Type.Object({ current: Password, password: Password }),
  reply: StepReply,
  refusals: [
    'SIGN_IN_REQUIRED',
    'PASSWORD_WRONG',
    'PASSWORD_REFUSED',
    'FORBIDDEN',
    'SIGN_IN_LOCKED',
    'TOO_MANY_REQUESTS',
  ],
})

/** Public, since administrators enrol before the session opens anything; asks for the session itself. */
export const startSecondFactor = route({
  name: 'startSecondFactor',
  needs: 'public',
  method: 'POST',
  path: '/api/account/second-factor',
  summary:
    'A secret for an authenticator app (RFC 6238) and recovery codes, shown once; in force when a code confirms it',
  /** An account that signs in by OpenID Connect has no password to show. */
  body: Type.Object({ password: Type.Optional(Password) }),
  reply: Type.Object({
    /** otpauth URI, for a QR code. */
    uri: Type.String(),
    /** The same secret in base 32, to type. */
    secret: Type.String(),
    recoveryCodes: Type.Array(Type.String()),
  }),
  refusals: ['SIGN_IN_REQUIRED', 'PASSWORD_WRONG', 'SECOND_FACTOR_STATE', 'SIGN_IN_LOCKED', 'TOO_MANY_REQUESTS'],
})
export type SecondFactorStart = Static<typeof startSecondFactor.reply>

export const confirmSecondFactor = route({
  name: 'confirmSecondFactor',
  needs: 'public',
  method: 'POST',
  path: '/api/account/second-factor/confirm',
  summary: 'The first code of the authenticator app: from then on each sign-in asks for one',
  body: Type.Object({ code: Type.String({ pattern: '^[0-9]{6}$' }) }),
  reply: StepReply,
  refusals: ['SIGN_IN_REQUIRED', 'SECOND_FACTOR_WRONG', 'SECOND_FACTOR_STATE', 'SIGN_IN_LOCKED', 'TOO_MANY_REQUESTS'],
})

export const endSecondFactor = route({
  name: 'endSecondFactor',
  needs: 'session',
  method: 'POST',
  path: '/api/account/second-factor/end',
  summary: 'Give up the second factor; administrators may not',
  /** An account that signs in by OpenID Connect has no password to show. */
  body: Type.Object({ password: Type.Optional(Password) }),
  reply: Done,
  refusals: ['PASSWORD_WRONG', 'SECOND_FACTOR_STATE', 'FORBIDDEN', 'SIGN_IN_LOCKED', 'TOO_MANY_REQUESTS'],
})

export const renewRecoveryCodes = route({
  name: 'renewRecoveryCodes',
  needs: 'session',
  method: 'POST',
  path: '/api/account/recovery-codes',
  summary: 'New recovery codes, shown once; the old ones no longer open',
  /** An account that signs in by OpenID Connect has no password to show. */
  body: Type.Object({ password: Type.Optional(Password) }),
  reply: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
  refusals: ['PASSWORD_WRONG', 'SECOND_FACTOR_STATE', 'FORBIDDEN', 'SIGN_IN_LOCKED', 'TOO_MANY_REQUESTS'],
})

export const listSessions = route({
  name: 'listSessions',
  needs: 'session',
  method: 'GET',
  path: '/api/account/sessions',
  summary: 'One’s own open sessions',
  reply: Type.Object({
    sessions: Type.Array(
      Type.Object({
        sessionId: Id,
        current: Type.Boolean(),
        address: Type.String(),
        browser: Type.String(),
        startedAt: Instant,
        lastSeenAt: Instant,
        expiresAt: Instant,
      }),
    ),
  }),
  refusals: [],
})
export type Sessions = Static<typeof listSessions.reply>['sessions']

export const endSession = route({
  name: 'endSession',
  needs: 'session',
  method: 'DELETE',
  path: '/api/account/sessions/:sessionId',
  summary: 'End one of one’s own sessions',
  params: Type.Object({ sessionId: Id }),
  reply: Done,
  refusals: ['NOT_FOUND'],
})

export const listTokens = route({
  name: 'listTokens',
  needs: 'session',
  method: 'GET',
  path: '/api/account/tokens',
  summary: 'One’s own tokens for programs',
  reply: Type.Object({
    tokens: Type.Array(
      Type.Object({
        tokenId: Id,
        name: Type.String(),
        actions: Type.Array(ActionShape),
        /** Unit and role in words of the post that it acts from; null: no post is in force. */
        post: nullable(Type.String()),
        createdAt: Instant,
        expiresAt: Instant,
        lastUsedAt: nullable(Instant),
        revokedAt: nullable(Instant),
      }),
    ),
  }),
  refusals: [],
})
export type Tokens = Static<typeof listTokens.reply>['tokens']

export const createToken = route({
  name: 'createToken',
  needs: 'session',
  method: 'POST',
  path: '/api/account/tokens',
  summary: 'A token for a program: narrows what the person may do to the named actions; shown once',
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 60 }),
    actions: Type.Array(ActionShape, { minItems: 1, uniqueItems: true }),
    /** One of one's own posts, to act from; absent: the one that the session acts from. */
    postId: Type.Optional(Id),
    /** At most a year ahead. */
    expiresOn: IsoDay,
  }),
  reply: Type.Object({ tokenId: Id, token: Type.String(), expiresAt: Instant }),
  refusals: ['FORBIDDEN', 'NOT_FOUND'],
})

export const revokeToken = route({
  name: 'revokeToken',
  needs: 'session',
  method: 'DELETE',
  path: '/api/account/tokens/:tokenId',
  summary: 'Revoke one of one’s own tokens',
  params: Type.Object({ tokenId: Id }),
  reply: Done,
  refusals: ['NOT_FOUND'],
})

/** Of any signed-in person's session; the holder of either administrator's action gets an answer. */
export const listAccounts = route({
  name: 'listAccounts',
  needs: 'session',
  method: 'GET',
  path: '/api/accounts',
  summary: 'Every person with the state of the account; for the system and the security administrator',
  reply: Type.Object({
    accounts: Type.Array(
      Type.Object({
        personId: Id,
        name: Type.String(),
        org: nullable(Type.String()),
        post: nullable(Type.String()),
        userName: nullable(Type.String()),
        state: oneOf(['none', 'invited', 'open', 'locked', 'closed']),
        lockedUntil: nullable(Instant),
        invitedUntil: nullable(Instant),
        secondFactor: Type.Boolean(),
        sessions: Type.Integer(),
        lastSignInAt: nullable(Instant),
      }),
    ),
  }),
  refusals: ['FORBIDDEN'],
})
export type AccountEntry = Static<typeof listAccounts.reply>['accounts'][number]

const PersonParams = Type.Object({ personId: Id })
const LinkReply = Type.Object({ link: Type.String(), expiresAt: Instant })

export const inviteAccount = route({
  name: 'inviteAccount',
  needs: 'account.manage',
  method: 'POST',
  path: '/api/accounts/:personId/invite',
  summary: 'A one-time link by which the person opens the account; an earlier one no longer opens',
  params: PersonParams,
  reply: LinkReply,
  refusals: ['NOT_FOUND', 'ACCOUNT_STATE'],
})

export const closeAccount = route({
  name: 'closeAccount',
  needs: 'account.manage',
  method: 'POST',
  path: '/api/accounts/:personId/close',
  summary: 'Close an account: its sessions end, its tokens and links no longer open',
  params: PersonParams,
  body: Type.Object({ reason: Reason }),
  reply: Done,
  refusals: ['NOT_FOUND', 'ACCOUNT_STATE'],
})

export const reopenAccount = route({
  name: 'reopenAccount',
  needs: 'account.manage',
  method: 'POST',
  path: '/api/accounts/:personId/reopen',
  summary: 'Open a closed account again',
  params: PersonParams,
  body: Type.Object({ reason: Reason }),
  reply: Done,
  refusals: ['NOT_FOUND', 'ACCOUNT_STATE'],
})

export const endAccountSessions = route({
  name: 'endAccountSessions',
  needs: 'account.manage',
  method: 'POST',
  path: '/api/accounts/:personId/end-sessions',
  summary: 'End all sessions of an account',
  params: PersonParams,
  reply: Type.Object({ ended: Type.Integer() }),
  refusals: ['NOT_FOUND'],
})

export const unlockAccount = route({
  name: 'unlockAccount',
  needs: 'account.unlock',
  method: 'POST',
  path: '/api/accounts/:personId/unlock',
  summary: 'Unlock an account before its delay has passed',
  params: PersonParams,
  reply: Done,
  refusals: ['NOT_FOUND'],
})

export const resetCredentials = route({
  name: 'resetCredentials',
  needs: 'account.unlock',
  method: 'POST',
  path: '/api/accounts/:personId/reset',
  summary: 'Take back password and second factor, end the sessions; answers a one-time link to set them anew',
  params: PersonParams,
  body: Type.Object({ reason: Reason }),
  reply: LinkReply,
  refusals: ['NOT_FOUND', 'ACCOUNT_STATE'],
})

export const SignInPolicyShape = Type.Object({
  /** Null: passwords do not grow old. */
  passwordMaxAgeDays: nullable(Type.Integer({ minimum: 1, maximum: 3650 })),
  sessionIdleMinutes: Type.Integer({ minimum: 1, maximum: 10_080 }),
  administratorIdleMinutes: Type.Integer({ minimum: 1, maximum: 1440 }),
  sessionHours: Type.Integer({ minimum: 1, maximum: 720 }),
  administratorHours: Type.Integer({ minimum: 1, maximum: 168 }),
})
export type SignInPolicy = Static<typeof SignInPolicyShape>

export const getSignInPolicy = route({
  name: 'getSignInPolicy',
  needs: 'session',
  method: 'GET',
  path: '/api/sign-in/policy',
  summary: 'How long passwords and sessions last in the district',
  reply: SignInPolicyShape,
  refusals: [],
})

export const saveSignInPolicy = route({
  name: 'saveSignInPolicy',
  needs: 'rule.manage',
  method: 'PUT',
  path: '/api/sign-in/policy',
  summary: 'Set how long passwords and sessions last',
  body: SignInPolicyShape,
  reply: SignInPolicyShape,
  refusals: [],
})
