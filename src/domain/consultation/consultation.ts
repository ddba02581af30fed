import { KEPT_FOR_DAYS } from '../retention/kept-for'

/** What somebody can bring to a centre: a question of law, a dispute, or a word about the centre itself. */
export const SERVICES = ['legal', 'mediation', 'feedback'] as const
export type Service = (typeof SERVICES)[number]

/** Services whose text is sealed before it is written down; feedback is read by the centre's staff. */
export const SEALED_SERVICES = ['legal', 'mediation'] as const
export type SealedService = (typeof SEALED_SERVICES)[number]

/** What a matter is about: 婚姻家庭, 继承赡养, 劳动, 房产物业, 邻里, 债务, 消费, 侵权, 其他. */
export const MATTER_KINDS = [
  'marriage-family',
  'inheritance-support',
  'labour',
  'housing',
  'neighbours',
  'debt',
  'consumer',
  'injury',
  'other',
] as const
export type MatterKind = (typeof MATTER_KINDS)[number]

/** What feedback is: 投诉, 建议, 表扬. */
export const FEEDBACK_KINDS = ['complaint', 'suggestion', 'praise'] as const
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number]

/** How the two meet: 当面, 电话, 微信. */
export const CHANNELS = ['in-person', 'phone', 'wechat'] as const
export type Channel = (typeof CHANNELS)[number]

/** How a consultation ended; `referred` names the 司法所. */
export const OUTCOMES = ['advised', 'settled', 'unsettled', 'referred', 'no-show', 'other'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** Roles of those who take consultations, by service. */
export const PROFESSIONALS = { legal: 'lawyer', mediation: 'mediator' } as const

/**
 * The state of a consultation (受理 → 分派 → 进行中 → 结果):
 * `received` has nobody yet, `assigned` has a professional who has not said yes, `accepted` is under
 * way, `closed` has an outcome, `withdrawn` was taken back by the resident.
 */
export const CONSULTATION_STATES = [
  'received',
  'assigned',
  'accepted',
  'closed',
  'withdrawn',
] as const
export type ConsultationState = (typeof CONSULTATION_STATES)[number]

/** What one line of a consultation's course is. */
export const ENTRY_KINDS = [
  'question',
  'reply',
  'declined',
  'proposal',
  'outcome',
  'answer',
  'handed-over',
  'reassigned',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** Who wrote a line. */
export const ENTRY_AUTHORS = ['resident', 'professional', 'staff'] as const
export type EntryAuthor = (typeof ENTRY_AUTHORS)[number]

/** The version of the rules text on confidentiality that a resident agrees to; changed with the text. */
export const CONFIDENTIALITY_RULES = '2026-11'

/** How much a consultation may hold. Lengths in UTF-16 units, as JavaScript counts. */
export const LIMITS = {
  text: 2000,
  wishes: 300,
  building: 40,
  name: 20,
  parties: 5,
  contact: 40,
  line: 1000,
  attachments: 6,
  /** Lines of the course that a resident may write. */
  replies: 30,
  /** Sealed consultations that one person may have under way; nobody fills the lawyer's month. */
  open: 3,
} as const

/** How long a closed or withdrawn consultation is kept before its key is destroyed, in days. */
export const KEPT_DAYS = KEPT_FOR_DAYS.consultationText
