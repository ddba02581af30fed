import * as v from 'valibot'
import { isBirthDate } from '@/domain/family/birth-date'
import { MEMBER_KINDS } from '@/domain/family/member'
import { Instant, MemberId } from './fields'
import { Nickname } from './me'
import { command, query } from './operation'

/** Six letters and digits without look-alikes that somebody reads out; small letters will do. */
export const SpokenCode = v.pipe(v.string(), v.regex(/^[2-9A-HJKMNP-Za-hjkmnp-z]{6}$/, 'CODE'))

/** A day that somebody can have been born on, `YYYY-MM-DD`, from 1900 on. */
export const BirthDate = v.pipe(v.string(), v.check(isBirthDate, 'DATE'))

/** The version of a rules text: the month it was written in. */
export const RulesVersion = v.pipe(v.string(), v.regex(/^\d{4}-\d\d(-\d\d)?$/, 'RULES_VERSION'))

/** What may come of a code that somebody read out. */
export const codeRefusals = {
  /** No such code, or it has been used or is older than ten minutes; `left` tries are left. */
  WRONG_CODE: v.object({ left: v.number() }),
  TOO_MANY_TRIES: v.object({ until: Instant }),
  OWN_CODE: v.object({}),
}

export const Member = v.object({
  memberId: MemberId,
  kind: v.picklist(MEMBER_KINDS),
  name: v.string(),
  birthDate: v.nullable(v.string()),
  /** Whether it is somebody who uses the app themselves and read out a code. */
  linked: v.boolean(),
  /** The guardian's consent that a child's record stands on. */
  consent: v.nullable(v.object({ rulesVersion: RulesVersion, at: Instant })),
})

/** Those for whom the person who asks books, and those who may book for that person. */
export const list = query(
  v.strictObject({}),
  v.object({
    members: v.array(Member),
    /** How many there may be. */
    most: v.number(),
    /** The version of the children's rules text that a consent has to name now. */
    childrenRulesVersion: RulesVersion,
    /** Relatives to whom I read out a code; `family.remove` of the memberId ends it. */
    relatives: v.array(
      v.object({ memberId: MemberId, nickname: v.nullable(v.string()), since: Instant }),
    ),
  }),
  {},
)

/**
 * Adds somebody, or changes the name and birth date of a member. A child needs a birth date, an
 * elder none. For somebody under 14 the guardian's consent to the current rules text is needed.
 */
export const save = command(
  v.strictObject({
    memberId: v.optional(MemberId),
    kind: v.picklist(MEMBER_KINDS),
    name: Nickname,
    birthDate: v.optional(v.nullable(BirthDate)),
    consent: v.optional(v.strictObject({ rulesVersion: RulesVersion })),
  }),
  v.object({ memberId: MemberId }),
  {
    CONSENT_NEEDED: v.object({ rulesVersion: RulesVersion }),
    FAMILY_FULL: v.object({ most: v.number() }),
    NOT_FOUND: v.object({ what: v.literal('member') }),
  },
)

/**
 * Forgets a member's name and birth date; bookings stay, without the name. For an elder who is
 * linked: ends that a relative may book for them.
 */
export const remove = command(
  v.strictObject({ memberId: MemberId }),
  v.object({ memberId: MemberId }),
  { NOT_FOUND: v.object({ what: v.literal('member') }) },
)

/** A code of one's own to read out to a relative or a helper; a new one replaces the last. */
export const code = command(
  v.strictObject({}),
  v.object({ code: SpokenCode, expiresAt: Instant }),
  {},
)

/** Takes an elder who read out their code into one's family, under a name of one's own choice. */
export const link = command(
  v.strictObject({ code: SpokenCode, name: Nickname }),
  v.object({ memberId: MemberId }),
  {
    ...codeRefusals,
    ALREADY_LINKED: v.object({ memberId: MemberId }),
    FAMILY_FULL: v.object({ most: v.number() }),
  },
)
