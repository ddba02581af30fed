import * as v from 'valibot'
import {
  CHANNELS,
  CONSULTATION_STATES,
  ENTRY_AUTHORS,
  ENTRY_KINDS,
  FEEDBACK_KINDS,
  LIMITS,
  MATTER_KINDS,
  OUTCOMES,
  SEALED_SERVICES,
  SERVICES,
} from '@/domain/consultation/consultation'
import { CentreId, CentreKey, Cursor, FileId, Instant, Month, NextPage } from './fields'
import { command, query } from './operation'

/** One line of plain text. */
const line = (length: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(length),
    v.regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'CONTROL_CHARACTER'),
  )

/** Plain text of several lines. */
export const Paragraphs = (length: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1),
    v.maxLength(length),
    v.regex(/^[^\p{Cc}]*$|^(?:[^\p{Cc}]|[\n\t])*$/u, 'CONTROL_CHARACTER'),
  )

export const SealedService = v.picklist(SEALED_SERVICES)
export const Channel = v.picklist(CHANNELS)

/** What it is about. `text` may be empty: somebody may rather say it. */
export const Matter = v.strictObject({
  kind: v.picklist(MATTER_KINDS),
  text: v.optional(v.union([v.literal(''), Paragraphs(LIMITS.text)]), ''),
  /** The others of the matter, by name; the same professional never meets both sides. */
  otherParties: v.optional(
    v.pipe(v.array(line(LIMITS.name)), v.maxLength(LIMITS.parties)),
    () => [],
  ),
  wishes: v.optional(v.union([v.literal(''), Paragraphs(LIMITS.wishes)]), ''),
  /** 楼院, for a dispute between neighbours. */
  building: v.optional(v.union([v.literal(''), line(LIMITS.building)]), ''),
})

/** How to reach the resident, and by what name to call them. */
export const Contact = v.strictObject({
  name: line(LIMITS.name),
  channel: Channel,
  /** A telephone number or a WeChat name; needed unless they meet in person. */
  reach: v.optional(v.union([v.literal(''), line(LIMITS.contact)]), ''),
})

const NoConsultation = { NOT_FOUND: v.object({ what: v.literal('consultation') }) }

/** The state does not allow it (any more). */
const WRONG_STATE = v.object({ state: v.picklist(CONSULTATION_STATES) })

/** A half hour that was free when it was asked for is not any more. */
const SLOT_TAKEN = v.object({ poolId: CentreKey })

/** A free time of somebody who may take the matter. */
const Slot = v.object({
  poolId: CentreKey,
  startsAt: Instant,
  endsAt: Instant,
  place: v.string(),
  channels: v.array(Channel),
})

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

/** What the resident who asked, and nobody else, sees of a consultation in a list: no word of the matter. */
const Brief = v.object({
  consultationId: CentreKey,
  centreId: CentreId,
  centreName: v.string(),
  service: v.picklist(SERVICES),
  state: v.picklist(CONSULTATION_STATES),
  urgent: v.boolean(),
  createdAt: Instant,
  /** When and where they meet; null while no time is agreed. */
  meeting: v.nullable(
    v.object({ poolId: CentreKey, startsAt: Instant, endsAt: Instant, place: v.string() }),
  ),
  /** Who has to say something next; null for nobody. */
  awaiting: v.nullable(v.picklist(['resident', 'professional'])),
  /** When the step that is due now should be done; null where none is. */
  dueAt: v.nullable(Instant),
  closedAt: v.nullable(Instant),
  outcome: v.nullable(v.picklist(OUTCOMES)),
})

const Entry = v.object({
  kind: v.picklist(ENTRY_KINDS),
  author: v.picklist(ENTRY_AUTHORS),
  at: Instant,
  /** Null where the key was destroyed or nothing was written. */
  text: v.nullable(v.string()),
})

const Attachment = v.object({
  attachmentId: CentreKey,
  name: v.string(),
  kind: v.picklist(['jpeg', 'png', 'webp', 'pdf']),
  bytes: v.number(),
})

/** What only the resident and the assigned professional can read. */
export const Content = v.object({
  matter: v.object({
    kind: v.picklist(MATTER_KINDS),
    text: v.string(),
    otherParties: v.array(v.string()),
    wishes: v.string(),
    building: v.string(),
  }),
  contact: v.object({ name: v.string(), channel: Channel, reach: v.string() }),
  attachments: v.array(Attachment),
})

export const Consultation = v.object({
  ...Brief.entries,
  /** Null once the key was destroyed. */
  content: v.nullable(Content),
  entries: v.array(Entry),
  /** A time that the professional proposed instead, still free. */
  proposal: v.nullable(Slot),
  /** Each time that a professional opened it, latest first, at most 50. */
  openings: v.array(
    v.object({ at: Instant, role: v.picklist(['lawyer', 'mediator']), what: v.string() }),
  ),
  /** When the key is destroyed and nobody can read it any more; null while it is under way. */
  deletedAt: v.nullable(Instant),
  /** Whether the one question about satisfaction may still be answered. */
  mayRate: v.boolean(),
})

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

const Changed = v.object({ consultationId: CentreKey, state: v.picklist(CONSULTATION_STATES) })

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

/** One piece of an attachment of one's own consultation, from 0; pieces of 256 KB in base64. */
export const attachment = query(
  v.strictObject({
    attachmentId: CentreKey,
    piece: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)), 0),
  }),
  v.object({ name: v.string(), kind: v.string(), pieces: v.number(), content: v.string() }),
  { NOT_FOUND: v.object({ what: v.literal('attachment') }) },
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
