import * as v from 'valibot'
import {
  CONSULTATION_STATES,
  FEEDBACK_KINDS,
  LIMITS,
  MATTER_KINDS,
} from '@/domain/consultation/consultation'
import {
  attachmentPiece,
  Brief,
  Changed,
  Consultation,
  Contact,
  Entry,
  line,
  Matter,
  NoConsultation,
  Paragraphs,
  SealedService,
  Slot,
  SLOT_TAKEN,
  WRONG_STATE,
} from './consultation-parts'
import { CentreId, CentreKey, Cursor, FileId, Instant, Month, NextPage } from './fields'
import { command, query } from './operation'

/**
 * The free times of a service in a centre, earliest first; pages of 60. With the names of the
 * parties, those of professionals who have met the other side are left out, and nobody is told why.
 * Names are compared by keyed hash and not written down.
 */
export const slots = query(
  v.strictObject({
    centreId: CentreId,
    service: SealedService,
    name: v.optional(line(LIMITS.name)),
    otherParties: v.optional(v.pipe(v.array(line(LIMITS.name)), v.maxLength(LIMITS.parties))),
    after: v.optional(Cursor),
  }),
  v.object({ slots: v.array(Slot), after: NextPage }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

const requestRefusals = {
  /** `poolId` names no slot of the service, or `centreId` no centre; `file` is none of the sender's. */
  NOT_FOUND: v.object({ what: v.picklist(['pool', 'centre', 'file']) }),
  SLOT_TAKEN,
  /** The slot's time has passed, or is too near. */
  CLOSED: v.object({ closesAt: Instant }),
  CLASHES: v.object({
    bookingId: CentreKey,
    title: v.string(),
    startsAt: Instant,
    endsAt: Instant,
  }),
  /** The rules text has a newer version than the one agreed to. */
  CONSENT_NEEDED: v.object({ rulesVersion: v.string() }),
  /** An attachment is no picture and no PDF, or cannot be read. */
  FILE_REFUSED: v.object({ fileId: FileId, reason: v.picklist(['KIND', 'UNREADABLE', 'LOCKED']) }),
  /** So many are under way already; one person cannot fill the lawyer's month. */
  TOO_MANY_OPEN: v.object({ open: v.number() }),
}

/**
 * Asks for a private hour. With `poolId` the time is taken in the same moment; without it (and with
 * `centreId`) the request waits for the centre to find somebody. The matter, the contact and the
 * files are sealed before they reach a table. The answer holds no word of them.
 */
export const request = command(
  v.pipe(
    v.strictObject({
      service: v.optional(SealedService, 'legal'),
      poolId: v.optional(CentreKey),
      centreId: v.optional(CentreId),
      matter: Matter,
      contact: Contact,
      urgent: v.optional(v.boolean(), false),
      fileIds: v.optional(v.pipe(v.array(FileId), v.maxLength(LIMITS.attachments)), () => []),
      evenIfClashes: v.optional(v.boolean(), false),
      consent: v.strictObject({ rulesVersion: v.pipe(v.string(), v.maxLength(20)) }),
    }),
    v.forward(
      v.check(
        ({ poolId, centreId }) => (poolId === undefined) !== (centreId === undefined),
        'ONE_OF',
      ),
      ['poolId'],
    ),
    v.forward(
      v.check(({ contact }) => contact.channel === 'in-person' || contact.reach !== '', 'REQUIRED'),
      ['contact', 'reach'],
    ),
  ),
  v.object({
    consultationId: CentreKey,
    state: v.picklist(CONSULTATION_STATES),
    startsAt: v.nullable(Instant),
    dueAt: v.nullable(Instant),
  }),
  requestRefusals,
)

/** The consultations of the person who asks, feedback too, newest first; pages of 20. */
export const mine = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({ consultations: v.array(Brief), after: NextPage }),
  {},
)

/** One consultation of the person who asks, with what they wrote. */
export const get = query(
  v.strictObject({ consultationId: CentreKey }),
  Consultation,
  NoConsultation,
)

/**
 * Changes what was written, or answers what the professional asked (`reply`), while it is not closed.
 * A changed name or other party is compared anew; where the professional has met the other side, the
 * request goes back to `received` and its time is freed. A changed `contact.channel` that the agreed
 * time does not offer is invalid input (`NOT_ONE_OF`).
 */
export const amend = command(
  v.strictObject({
    consultationId: CentreKey,
    matter: v.optional(Matter),
    contact: v.optional(Contact),
    reply: v.optional(Paragraphs(LIMITS.line)),
    addFileIds: v.optional(v.pipe(v.array(FileId), v.maxLength(LIMITS.attachments))),
    removeAttachmentIds: v.optional(v.pipe(v.array(CentreKey), v.maxLength(LIMITS.attachments))),
  }),
  Changed,
  {
    NOT_FOUND: v.object({ what: v.picklist(['consultation', 'file', 'attachment']) }),
    WRONG_STATE,
    FILE_REFUSED: requestRefusals.FILE_REFUSED,
    TOO_MANY_FILES: v.object({ most: v.number() }),
  },
)

/** Takes a consultation back and frees its time. */
export const withdraw = command(v.strictObject({ consultationId: CentreKey }), Changed, {
  ...NoConsultation,
  WRONG_STATE,
})

/** Takes another time, such as the one proposed; the old one is freed in the same moment. */
export const reschedule = command(
  v.strictObject({
    consultationId: CentreKey,
    poolId: CentreKey,
    evenIfClashes: v.optional(v.boolean(), false),
  }),
  v.object({ ...Changed.entries, startsAt: Instant }),
  {
    NOT_FOUND: v.object({ what: v.picklist(['consultation', 'pool']) }),
    WRONG_STATE,
    SLOT_TAKEN,
    CLOSED: requestRefusals.CLOSED,
    CLASHES: requestRefusals.CLASHES,
  },
)

/** Says once, after it is closed, whether it helped: 1 (not at all) to 5. */
export const rate = command(
  v.strictObject({
    consultationId: CentreKey,
    satisfaction: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  }),
  Changed,
  { ...NoConsultation, WRONG_STATE, ALREADY_RATED: v.object({}) },
)

/** One piece of an attachment of one's own consultation. */
export const attachment = query(
  attachmentPiece.input,
  attachmentPiece.output,
  attachmentPiece.refusals,
)

/**
 * What a centre may publish of its consultations in a span of months, without names. Counts below 5,
 * and those from which such a one could be worked out, are null.
 */
export const statistics = query(
  v.strictObject({
    centreId: CentreId,
    fromMonth: Month,
    toMonth: Month,
  }),
  v.object({
    services: v.array(
      v.object({
        service: SealedService,
        /** How many were helped. */
        closed: v.nullable(v.number()),
        /** How many of them ended with an agreement. */
        settled: v.nullable(v.number()),
      }),
    ),
    kinds: v.array(v.object({ kind: v.picklist(MATTER_KINDS), closed: v.nullable(v.number()) })),
    /** The average of at least 5 answers, to one decimal. */
    satisfaction: v.nullable(v.number()),
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** Says something about the centre: 投诉, 建议 or 表扬. Its staff read it; it is not sealed. */
export const sendFeedback = command(
  v.strictObject({
    centreId: CentreId,
    kind: v.picklist(FEEDBACK_KINDS),
    text: Paragraphs(LIMITS.text),
    reach: v.optional(v.union([v.literal(''), line(LIMITS.contact)]), ''),
  }),
  v.object({ consultationId: CentreKey, dueAt: Instant }),
  {
    NOT_FOUND: v.object({ what: v.literal('centre') }),
    TOO_MANY_OPEN: v.object({ open: v.number() }),
  },
)

/** Feedback of the person who asks, with the centre's answer. */
export const getFeedback = query(
  v.strictObject({ consultationId: CentreKey }),
  v.object({
    ...Brief.entries,
    /** Both null once it was deleted on schedule. */
    kind: v.nullable(v.picklist(FEEDBACK_KINDS)),
    text: v.nullable(v.string()),
    reach: v.string(),
    entries: v.array(Entry),
    mayRate: v.boolean(),
  }),
  NoConsultation,
)
