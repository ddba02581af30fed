import * as v from 'valibot'
import { NOTE_LENGTH } from '@/domain/access/invitation'
import { KEPT_ROLES, ROLES } from '@/domain/access/role'
import { Cursor, Instant, NextPage, PlainLine } from './fields'
import { command, query } from './operation'

const PLACE = '(?:\\*|[a-z][a-z0-9-]{1,23})'
const key = (local: string, reason: string) =>
  v.pipe(v.string(), v.regex(new RegExp(`^${PLACE}\\.${local}$`), reason))

export const Role = v.picklist(ROLES)
/** Where a role is held: a centre, or `*` for every centre, where the district's roles are. */
export const RolePlace = v.pipe(v.string(), v.regex(new RegExp(`^${PLACE}$`), 'CENTRE_ID'))
/** One role of one person in one place: `<place>.<person>-<role>`. */
export const GrantId = key('[0-9a-f]{20}-[a-z]{5,9}', 'GRANT_ID')
/** Somebody who works in a place, or did: the same there for all that they do, and another elsewhere. */
export const WorkerKey = key('[0-9a-f]{20}', 'WORKER_KEY')
export const InvitationId = key('[a-z2-7]{16}', 'INVITATION_ID')
/** Twelve letters and digits without look-alikes; small letters will do. */
export const InvitationCode = v.pipe(v.string(), v.regex(/^[2-9A-HJKMNP-Za-hjkmnp-z]{12}$/, 'CODE'))
const Nickname = v.nullable(v.string())

/** For directors: who holds which role in a place, in the order of the roles; pages of 50. */
export const list = query(
  v.strictObject({ centreId: RolePlace, after: v.optional(Cursor) }),
  v.object({
    grants: v.array(
      v.object({
        grantId: GrantId,
        workerKey: WorkerKey,
        role: Role,
        nickname: Nickname,
        /** Whether it is the person who asks. */
        own: v.boolean(),
        /** Null where an operator gave it. */
        since: v.nullable(Instant),
        /** What the one who gave it is called, where that is known. */
        by: Nickname,
      }),
    ),
    after: NextPage,
  }),
  {},
)

/** For directors: the invitations of a place that are open, at most 30, the newest first. */
export const invitations = query(
  v.strictObject({ centreId: RolePlace }),
  v.object({
    invitations: v.array(
      v.object({
        invitationId: InvitationId,
        role: Role,
        note: v.string(),
        by: Nickname,
        madeAt: Instant,
        expiresAt: Instant,
      }),
    ),
  }),
  {},
)

/**
 * For directors: makes a code by which one person takes up a role in a place within three days. `note`
 * says whom it is for and is read by who may invite there alone. Only the district gives its own role.
 */
export const invite = command(
  v.strictObject({ centreId: RolePlace, role: Role, note: PlainLine(1, NOTE_LENGTH) }),
  v.object({
    invitationId: InvitationId,
    /** Told in this answer and in no other; null where what this requestId made counts no more. */
    code: v.nullable(InvitationCode),
    expiresAt: Instant,
  }),
  {
    NOT_FOUND: v.object({ what: v.literal('centre') }),
    /** Only the district gives this role. */
    NOT_YOURS_TO_GIVE: v.object({ role: Role }),
    TOO_MANY_OPEN: v.object({ most: v.number() }),
  },
)

/** For directors: ends an invitation that nobody has taken up. */
export const revokeInvitation = command(
  v.strictObject({ invitationId: InvitationId }),
  v.object({ invitationId: InvitationId }),
  {
    NOT_FOUND: v.object({ what: v.literal('invitation') }),
    ALREADY_ACCEPTED: v.object({}),
  },
)

const heard = {
  /** No such code; `left` tries are left. Counted together with codes that are read out in a family. */
  WRONG_CODE: v.object({ left: v.number() }),
  TOO_MANY_TRIES: v.object({ until: Instant }),
  INVITATION_OVER: v.object({ why: v.picklist(['accepted', 'expired', 'revoked']) }),
}

/** What somebody who was invited sees before they take the role up. */
export const invitation = query(
  v.strictObject({ code: InvitationCode }),
  v.object({
    centreId: RolePlace,
    role: Role,
    by: Nickname,
    expiresAt: Instant,
    /** Whether the person who asks has this role there already. */
    alreadyHeld: v.boolean(),
  }),
  heard,
)

/** Takes up the role of an invitation, once. */
export const accept = command(
  v.strictObject({ code: InvitationCode }),
  v.object({ centreId: RolePlace, role: Role }),
  { ...heard, ALREADY_HELD: v.object({ centreId: RolePlace, role: Role }) },
)

/**
 * For directors: takes a role away, with effect on the next call of whoever had it. The last director
 * of a centre stays, and the last of the district.
 */
export const remove = command(
  v.strictObject({ grantId: GrantId }),
  v.object({ grantId: GrantId, role: Role }),
  {
    NOT_FOUND: v.object({ what: v.literal('grant') }),
    LAST_DIRECTOR: v.object({ role: v.picklist(KEPT_ROLES) }),
  },
)
