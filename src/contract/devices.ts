import * as v from 'valibot'
import { BROWSERS, SYSTEMS } from '@/domain/devices/browser'
import { SIGN_IN_STANDINGS } from '@/domain/devices/sign-in'
import { SpokenCode } from './family'
import { Instant } from './fields'
import { attempt, command, query } from './operation'

/** One sign-in at a desk, by its name; what proves that the desk is the one that began it is the secret. */
const RequestKey = v.pipe(v.string(), v.regex(/^s-[a-z2-7]{26}$/, 'REQUEST_KEY'))
const Secret = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/, 'SECRET'))

/** A session at a desk, by its name. It opens nothing: the token that does is in the desk's cookie alone. */
export const SessionId = v.pipe(v.string(), v.regex(/^d-[a-z2-7]{16}$/, 'SESSION_ID'))

/** The two digits that stand on the desk's screen. */
const Check = v.pipe(v.string(), v.regex(/^[1-9]\d$/, 'CHECK'))

/** The family of a browser, as its host saw it: no version, no address. */
const browser = { browser: v.picklist(BROWSERS), system: v.picklist(SYSTEMS) }

/**
 * Begins to sign in at a desk: a code for a phone to scan or type, and the number that the phone's
 * owner has to tell from two others. Nobody is known yet, so a repetition begins another, and what
 * was begun before ends by itself.
 */
export const begin = attempt(
  v.strictObject({}),
  v.object({
    requestKey: RequestKey,
    /** For the page alone; together with requestKey it claims what the phone approved. */
    secret: Secret,
    /** Six letters and digits without look-alikes. */
    code: v.string(),
    check: v.string(),
    /** The mini-program's page for the phone, its scene, and the two as a picture (base64) where the platform draws one. */
    page: v.string(),
    scene: v.string(),
    picture: v.nullable(v.string()),
    now: Instant,
    expiresAt: Instant,
    pollAfterMs: v.number(),
  }),
  /** This host hands out no sessions: it has no browsers before it. */
  { NOT_OFFERED: v.object({}) },
)

/**
 * What became of a sign-in, asked by the desk that began it, not sooner than `pollAfterMs` after the
 * last time, which grows for who asks too often. `approved` is answered once, and with it the host
 * sets the session's cookie; `claimed` says that it was answered before. What is unknown is `expired`.
 */
export const claim = attempt(
  v.strictObject({ requestKey: RequestKey, secret: Secret }),
  v.object({ state: v.picklist(SIGN_IN_STANDINGS), pollAfterMs: v.number() }),
  { NOT_OFFERED: v.object({}) },
)

/** What becomes of a request that this person looked at and that is not theirs to decide any more. */
const GONE = v.object({})

/** What a phone is to approve, by the code on a desk's screen; it is then this person's to decide. */
export const look = command(
  v.strictObject({ code: SpokenCode }),
  v.object({
    ...browser,
    askedAt: Instant,
    expiresAt: Instant,
    /** Three numbers; the one on the desk's screen goes into devices.approve. */
    choices: v.array(v.string()),
  }),
  {
    /** No such code, or over, or another's to decide; `left` tries are left. */
    WRONG_CODE: v.object({ left: v.number() }),
    TOO_MANY_TRIES: v.object({ until: Instant }),
  },
)

/** Lets the desk in as this person, by the number on its screen. A wrong one ends the request. */
export const approve = command(
  v.strictObject({ code: SpokenCode, check: Check }),
  v.object({ ...browser }),
  { WRONG_CHECK: v.object({}), GONE },
)

/** Sends the desk away: it was not me. */
export const refuse = command(v.strictObject({ code: SpokenCode }), v.object({}), { GONE })

/** The desks at which the person who asks is signed in, the latest first; ten at most. */
export const mine = query(
  v.strictObject({}),
  v.object({
    sessions: v.array(
      v.object({
        sessionId: SessionId,
        ...browser,
        since: Instant,
        /** To the minute. */
        seenAt: Instant,
        /** When it ends unless it is used. */
        endsAt: Instant,
        /** Whether it is the one that asks. */
        here: v.boolean(),
      }),
    ),
  }),
  {},
)

/** Signs one desk out; its next call is nobody's. */
export const revoke = command(
  v.strictObject({ sessionId: SessionId }),
  v.object({ sessionId: SessionId }),
  { NOT_FOUND: v.object({ what: v.literal('session') }) },
)

/** Signs every desk out, this one too. */
export const revokeAll = command(v.strictObject({}), v.object({ ended: v.number() }), {})

/** Signs the desk out that asks; on a phone there is nothing to sign out. */
export const signOut = command(v.strictObject({}), v.object({}), {})
