import * as v from 'valibot'
import {
  CONSULTATION_STATES,
  FEEDBACK_KINDS,
  LIMITS,
  OUTCOMES,
} from '@/domain/consultation/consultation'
import {
  attachmentPiece,
  Changed,
  Channel,
  Consultation,
  NoConsultation,
  Paragraphs,
  SealedService,
  WRONG_STATE,
} from './consultation-parts'
import { CalendarDate, CentreId, CentreKey, Cursor, Instant, Month, NextPage } from './fields'
import { command, query } from './operation'

const Meeting = v.object({ startsAt: Instant, endsAt: Instant, place: v.string() })

/** A consultation in a professional's list: no word of the matter, no name. */
const Item = v.object({
  consultationId: CentreKey,
  service: SealedService,
  state: v.picklist(CONSULTATION_STATES),
  urgent: v.boolean(),
  createdAt: Instant,
  meeting: v.nullable(Meeting),
  awaiting: v.nullable(v.picklist(['resident', 'professional'])),
  dueAt: v.nullable(Instant),
  overdue: v.boolean(),
})

/**
 * For a lawyer or mediator: what is assigned to them in a centre. `open` is under way, overdue first,
 * then by meeting or due time; `closed` newest first; pages of 20.
 */
export const list = query(
  v.strictObject({
    centreId: CentreId,
    which: v.optional(v.picklist(['open', 'closed']), 'open'),
    after: v.optional(Cursor),
  }),
  v.object({ consultations: v.array(Item), after: NextPage }),
  {},
)

/**
 * For the assigned professional: opens a consultation. Each opening is written down and shown to the
 * resident before anything is given.
 */
export const open = query(
  v.strictObject({ consultationId: CentreKey }),
  Consultation,
  NoConsultation,
)

/** For the assigned professional: one piece of an attachment; an opening as well. */
export const attachment = query(
  attachmentPiece.input,
  attachmentPiece.output,
  attachmentPiece.refusals,
)

const one = { consultationId: CentreKey }
const written = Paragraphs(LIMITS.line)

/** For the assigned professional: says yes. */
export const accept = command(v.strictObject(one), Changed, { ...NoConsultation, WRONG_STATE })

/**
 * For the assigned professional: says no, with a reason that the resident reads. The time is freed and
 * the request goes back to `received`, for another time or the centre to find somebody.
 */
export const decline = command(v.strictObject({ ...one, reason: written }), Changed, {
  ...NoConsultation,
  WRONG_STATE,
})

/** For the assigned professional: asks the resident for more. */
export const ask = command(v.strictObject({ ...one, question: written }), Changed, {
  ...NoConsultation,
  WRONG_STATE,
})

/** For the assigned professional: proposes another of their own free times. */
export const propose = command(
  v.strictObject({ ...one, poolId: CentreKey, text: v.optional(written) }),
  Changed,
  { NOT_FOUND: v.object({ what: v.picklist(['consultation', 'pool']) }), WRONG_STATE },
)

/** For the assigned professional: ends it with an outcome and a line for the resident. */
export const close = command(
  v.strictObject({ ...one, outcome: v.picklist(OUTCOMES), text: v.optional(written) }),
  v.object({ ...Changed.entries, deletedAt: Instant }),
  { ...NoConsultation, WRONG_STATE },
)

/**
 * For the assigned lawyer: hands the same record over to mediation, where the resident agreed to it
 * (`residentAgreed`). The lawyer cannot open it any more.
 */
export const handOver = command(
  v.strictObject({ ...one, residentAgreed: v.literal(true), text: v.optional(written) }),
  Changed,
  { ...NoConsultation, WRONG_STATE },
)

/** For the assigned professional: what a referral to the 司法所 needs, to be printed; an opening. */
export const referral = query(
  v.strictObject(one),
  v.object({
    consultationId: CentreKey,
    centreName: v.string(),
    centrePhone: v.string(),
    name: v.string(),
    reach: v.string(),
    kind: v.string(),
    receivedAt: Instant,
    urgent: v.boolean(),
  }),
  NoConsultation,
)

/**
 * For staff: requests of a centre that wait for somebody, and all that are overdue, overdue first, then
 * urgent, then oldest; pages of 20. No word of the matter and no name.
 */
export const waiting = query(
  v.strictObject({ centreId: CentreId, after: v.optional(Cursor) }),
  v.object({
    consultations: v.array(v.object({ ...Item.entries, assigned: v.boolean() })),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/**
 * For staff: the professionals to whom a request may be assigned, by nickname. Those who have met the
 * other side are left out, and nobody is told why.
 */
export const candidates = query(
  v.strictObject(one),
  v.object({ professionals: v.array(v.object({ personId: v.string(), nickname: v.string() })) }),
  NoConsultation,
)

/** For staff: assigns a waiting request (分派), or assigns one anew that is overdue. */
export const assign = command(
  v.strictObject({ ...one, personId: v.pipe(v.string(), v.uuid('UUID')) }),
  Changed,
  {
    NOT_FOUND: v.object({ what: v.picklist(['consultation', 'professional']) }),
    WRONG_STATE,
  },
)

/** For staff: what residents said about the centre, unanswered and overdue first; pages of 20. */
export const feedback = query(
  v.strictObject({ centreId: CentreId, after: v.optional(Cursor) }),
  v.object({
    feedback: v.array(
      v.object({
        consultationId: CentreKey,
        kind: v.picklist(FEEDBACK_KINDS),
        text: v.string(),
        reach: v.string(),
        state: v.picklist(CONSULTATION_STATES),
        createdAt: Instant,
        dueAt: v.nullable(Instant),
        overdue: v.boolean(),
        answer: v.nullable(v.string()),
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/** For staff: answers feedback, which closes it. */
export const answerFeedback = command(v.strictObject({ ...one, text: written }), Changed, {
  ...NoConsultation,
  WRONG_STATE,
})

const TimeSpan = v.object({
  opens: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'TIME')),
  closes: v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'TIME')),
})

/** The office hours of a month as they are set in the grid. */
export const OfficeHours = v.strictObject({
  /** ISO weekdays 1–7 with their spans at UTC+8; spans of a day do not overlap. */
  weekly: v.pipe(
    v.array(
      v.strictObject({
        weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
        spans: v.pipe(v.array(TimeSpan), v.maxLength(4)),
      }),
    ),
    v.maxLength(7),
  ),
  /** Days without hours although the week has some. */
  blocked: v.pipe(v.array(CalendarDate), v.maxLength(31)),
  slotMinutes: v.picklist([15, 20, 30, 45, 60]),
  place: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  channels: v.pipe(v.array(Channel), v.minLength(1), v.maxLength(3)),
})

/** A professional's own month: the hours last published (or the month before's), and every slot. */
export const officeHours = query(
  v.strictObject({ centreId: CentreId, service: SealedService, month: Month }),
  v.object({
    published: v.boolean(),
    hours: v.nullable(OfficeHours),
    /** Public rest days of the month: they give no slot, whatever the week says. */
    restDays: v.array(CalendarDate),
    slots: v.array(
      v.object({
        poolId: CentreKey,
        startsAt: Instant,
        endsAt: Instant,
        taken: v.boolean(),
        /** The consultation that holds it, if it is assigned to who asks. */
        consultationId: v.nullable(CentreKey),
      }),
    ),
  }),
  {},
)

/**
 * For a professional: publishes a month at once. Free slots that the hours no longer give are
 * withdrawn; taken ones stay and are counted in `kept`. Publishing the same again changes nothing.
 */
export const publishHours = command(
  v.strictObject({
    centreId: CentreId,
    service: SealedService,
    month: Month,
    hours: OfficeHours,
  }),
  v.object({ added: v.number(), withdrawn: v.number(), kept: v.number() }),
  {
    NOT_FOUND: v.object({ what: v.literal('centre') }),
    /** The month is over, or more than six months away. */
    WRONG_MONTH: v.object({ first: Month, last: Month }),
    /** Spans of one day overlap, or end before they begin; `weekday` says which. */
    WRONG_HOURS: v.object({ weekday: v.number() }),
  },
)
