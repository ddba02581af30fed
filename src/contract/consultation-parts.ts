import * as v from 'valibot'
import {
  CHANNELS,
  CONSULTATION_STATES,
  ENTRY_AUTHORS,
  ENTRY_KINDS,
  LIMITS,
  MATTER_KINDS,
  OUTCOMES,
  SEALED_SERVICES,
  SERVICES,
} from '@/domain/consultation/consultation'
import { CentreId, CentreKey, Instant, PlainLine } from './fields'

/** One line of plain text. */
export const line = (length: number) => PlainLine(1, length)

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

export const NoConsultation = { NOT_FOUND: v.object({ what: v.literal('consultation') }) }

/** The state does not allow it (any more). */
export const WRONG_STATE = v.object({ state: v.picklist(CONSULTATION_STATES) })

/** A half hour that was free when it was asked for is not any more. */
export const SLOT_TAKEN = v.object({ poolId: CentreKey })

/** A free time of somebody who may take the matter. */
export const Slot = v.object({
  poolId: CentreKey,
  startsAt: Instant,
  endsAt: Instant,
  place: v.string(),
  channels: v.array(Channel),
})

/** What the resident who asked, and nobody else, sees of a consultation in a list: no word of the matter. */
export const Brief = v.object({
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

export const Entry = v.object({
  kind: v.picklist(ENTRY_KINDS),
  author: v.picklist(ENTRY_AUTHORS),
  at: Instant,
  /** Null where the key was destroyed or nothing was written. */
  text: v.nullable(v.string()),
})

/** A picture or a PDF of a consultation; `bytes` is its length once it is opened. */
export const Attachment = v.object({
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

export const Changed = v.object({
  consultationId: CentreKey,
  state: v.picklist(CONSULTATION_STATES),
})

/** One piece of an attachment, from 0; pieces of 256 KB in base64. */
export const attachmentPiece = {
  input: v.strictObject({
    attachmentId: CentreKey,
    piece: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)), 0),
  }),
  output: v.object({ name: v.string(), kind: v.string(), pieces: v.number(), content: v.string() }),
  refusals: { NOT_FOUND: v.object({ what: v.literal('attachment') }) },
}
