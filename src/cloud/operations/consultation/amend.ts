import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { LIMITS } from '@/domain/consultation/consultation'
import { mayAct } from '@/domain/consultation/course'
import { type CleanedFile, NO_FILE, cleanedFiles } from '@/cloud/consultations/cleaned-files'
import { type Written, openWritten, sealLine, sealWritten } from '@/cloud/consultations/content'
import { partiesOf } from '@/cloud/consultations/parties'
import { takeUpFiles } from '@/cloud/consultations/take-up'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import type { CaseKey, Sealing } from '@/cloud/sealing/sealing'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import { attachmentsOf, removeAttachments } from '@/cloud/store/queries/consultations/attachments'
import { type Line, type Step, takeStep } from '@/cloud/store/queries/consultations/course'
import { hasMetOtherSide, holdPeople, meet, unmeet } from '@/cloud/store/queries/consultations/met'
import { repliesOf } from '@/cloud/store/queries/consultations/parts'
import { type SealedRow, holdConsultation, isSealed } from '@/cloud/store/queries/consultations/row'
import { slotOfPool } from '@/cloud/store/queries/consultations/slots'
import { freeBooking } from '@/cloud/store/queries/seats/free'
import { NO_CONSULTATION } from './no-consultation'
import { undo, undoableCommand } from './undo'

type Input = ParsedInput<'consultation.amend'>

interface Amending {
  input: Input
  intent: Intent
  sealing: Sealing
  files: CleanedFile[]
  now: Date
}

/**
 * Changes what was written, adds and removes files, answers a question. Where the professional turns
 * out to have met the other side, somebody else is to be found: the time is freed.
 */
export const amendConsultation: Handler<'consultation.amend'> = async (call) => {
  const { input, intent, dependencies } = call
  const sealing = sealingOf(dependencies)
  const given = await cleanedFiles(dependencies.store, intent.personId, input.addFileIds ?? [])
  if ('refusal' in given) return given
  await sealing.prepareHashes()
  return undoableCommand<'consultation.amend'>(dependencies, intent, (client, now) =>
    amendIn(client, { input, intent, sealing, files: given.files, now }),
  )
}

async function amendIn(
  client: PoolClient,
  amending: Amending,
): Promise<Outcome<'consultation.amend'>> {
  const { input, intent, sealing, now } = amending
  const { consultationId, matter, contact, reply } = input
  const row = await holdConsultation(client, { personId: intent.personId }, consultationId)
  if (!row || row.service === 'feedback') return NO_CONSULTATION
  const wrongState = { code: 'WRONG_STATE', facts: { state: row.state } } as const
  if (!mayAct('amend', row.state) || !isSealed(row)) return { refusal: wrongState }
  if (reply !== undefined && (await repliesOf(client, row)) >= LIMITS.replies) {
    return { invalid: { path: 'reply', reason: 'TOO_MANY' } }
  }
  const key = await sealing.keyOf(consultationId, row.wrapped)
  const before = openWritten(key, row.sealed)
  if (!(await isOffered(client, row, before.contact, amending))) return NOT_OFFERED
  await changeFiles(client, row, key, amending)
  const written: Written = { matter: matter ?? before.matter, contact: contact ?? before.contact }
  const isLost = await losesProfessional(client, row, written, amending)
  const step: Step = {
    ...(matter || contact ? { sealed: sealWritten(key, written) } : {}),
    ...(reply === undefined ? {} : { awaiting: row.professionalId ? 'professional' : null }),
    ...(isLost ? NOBODY_YET : {}),
  }
  const line: Line | undefined =
    reply === undefined
      ? undefined
      : { kind: 'reply', author: 'resident', sealed: sealLine(key, row.lines + 1, reply) }
  const standing = await takeStep(client, row, 'amend', step, now, line)
  if (!standing) return undo<'consultation.amend'>(wrongState)
  return { value: { consultationId, state: standing.state } }
}

const NOT_OFFERED = { invalid: { path: 'contact.channel', reason: 'NOT_ONE_OF' } } as const

/**
 * Whether the two can meet as the contact says now: a changed way is one of those that the time still
 * to come was published with. A way that stays is not asked about, whatever was published since.
 */
async function isOffered(
  client: PoolClient,
  { meeting }: SealedRow,
  before: Written['contact'],
  { input: { contact }, now }: Amending,
): Promise<boolean> {
  if (!contact || contact.channel === before.channel) return true
  if (meeting === null || meeting.endsAt <= now.getTime()) return true
  const slot = await slotOfPool(client, meeting.poolId)
  return slot === null || slot.channels.includes(contact.channel)
}

const NOBODY_YET = {
  state: 'received',
  professionalId: null,
  seat: null,
  proposedPoolId: null,
  awaiting: null,
} as const

async function changeFiles(
  client: PoolClient,
  { consultationId }: SealedRow,
  key: CaseKey,
  { input, intent, files, now }: Amending,
): Promise<void> {
  const removed = [...new Set(input.removeAttachmentIds ?? [])]
  if ((await removeAttachments(client, consultationId, removed)) < removed.length) {
    undo<'consultation.amend'>({ code: 'NOT_FOUND', facts: { what: 'attachment' } })
  }
  if (files.length === 0) return
  const most = LIMITS.attachments
  if ((await attachmentsOf(client, consultationId)) + files.length > most) {
    undo<'consultation.amend'>({ code: 'TOO_MANY_FILES', facts: { most } })
  }
  const to = { personId: intent.personId, consultationId, key }
  if (!(await takeUpFiles(client, to, files, now))) undo<'consultation.amend'>(NO_FILE)
}

/** Compares changed names anew; true, with the time freed, where the professional met the other side. */
async function losesProfessional(
  client: PoolClient,
  { consultationId, professionalId, bookingId }: SealedRow,
  { matter, contact }: Written,
  { input, sealing, now }: Amending,
): Promise<boolean> {
  if (professionalId === null || !(input.matter || input.contact)) return false
  const parties = await partiesOf(sealing, { name: contact.name, ...matter })
  await holdPeople(client, [professionalId])
  if (!(await hasMetOtherSide(client, professionalId, parties, consultationId))) {
    await meet(client, professionalId, consultationId, parties, now)
    return false
  }
  if (bookingId !== null) await freeBooking(client, bookingId, now)
  await unmeet(client, professionalId, consultationId)
  return true
}
