import type { Output } from '@/contract'
import {
  type Channel,
  CHANNELS,
  LIMITS,
  MATTER_KINDS,
  type MatterKind,
} from '@/domain/consultation/consultation'
import { plainLine, plainText } from '../plain-text'

export type Slot = Output<'consultation.slots'>['slots'][number]

/** A file that was chosen. Its content lies outside the draft. */
export interface DraftFile {
  /** Ours, for as long as the draft lives. */
  id: string
  name: string
  bytes: number
  /** Once it was sent: its name on the host, and when (milliseconds since the epoch). */
  sent?: { fileId: string; at: number }
}

/** What somebody has filled in so far, as typed. */
export interface Draft {
  kind: MatterKind | null
  text: string
  otherParties: readonly string[]
  wishes: string
  building: string
  urgent: boolean
  name: string
  channel: Channel
  reach: string
  files: readonly DraftFile[]
  /** The time chosen, or that the centre is to find one; null for not chosen yet. */
  time: Slot | 'wait' | null
  /** The version of the rules that were agreed to, or null. */
  agreed: string | null
  /** The name of the part that was looked at last. */
  part: string
  /** The consultation that this changes, where it is no new one. */
  consultationId: string | null
}

export const EMPTY_DRAFT: Draft = {
  kind: null,
  text: '',
  otherParties: [''],
  wishes: '',
  building: '',
  urgent: false,
  name: '',
  channel: 'in-person',
  reach: '',
  files: [],
  time: null,
  agreed: null,
  part: 'kind',
  consultationId: null,
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** A draft as the phone kept it, or null for anything that is none (an older version's, say). */
export function readDraft(value: unknown): Draft | null {
  if (typeof value !== 'object' || value === null) return null
  const draft = { ...EMPTY_DRAFT, ...(value as Partial<Draft>) }
  const texts = [draft.text, draft.wishes, draft.building, draft.name, draft.reach, draft.part]
  const lists = Array.isArray(draft.otherParties) && Array.isArray(draft.files)
  const known =
    (draft.kind === null || MATTER_KINDS.includes(draft.kind)) && CHANNELS.includes(draft.channel)
  if (!texts.every(isText) || !lists || !known || !draft.otherParties.every(isText)) return null
  return draft
}

/** Whether anything was filled in that somebody would miss. */
export function isBegun(draft: Draft): boolean {
  const { kind, text, otherParties, wishes, building, name, reach, files } = draft
  const words = [text, wishes, building, name, reach, ...otherParties]
  return kind !== null || files.length > 0 || words.some((word) => word.trim() !== '')
}

/** Names as they were typed, without the empty ones, each as the wire takes it. */
export function partiesOf(draft: Pick<Draft, 'otherParties'>): string[] {
  const names = draft.otherParties.map((name) => plainLine(name, LIMITS.name))
  return names.filter((name) => name !== '').slice(0, LIMITS.parties)
}

/** What is sent as the matter. */
export function matterOf(draft: Draft) {
  return {
    kind: draft.kind ?? ('other' as const),
    text: plainText(draft.text, LIMITS.text),
    otherParties: partiesOf(draft),
    wishes: plainText(draft.wishes, LIMITS.wishes),
    building: plainLine(draft.building, LIMITS.building),
  }
}

/** What is sent as the contact: no number where they meet in person. */
export function contactOf(draft: Pick<Draft, 'name' | 'channel' | 'reach'>) {
  const { channel } = draft
  const reach = channel === 'in-person' ? '' : plainLine(draft.reach, LIMITS.contact)
  return { name: plainLine(draft.name, LIMITS.name), channel, reach }
}
