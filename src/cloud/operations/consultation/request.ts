import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { LOCAL_KEY_BYTES, centreKey, centreOf, localKey } from '@/domain/access/key'
import {
  CONFIDENTIALITY_RULES,
  type ConsultationState,
  LIMITS,
} from '@/domain/consultation/consultation'
import { dueAt } from '@/domain/consultation/course'
import { toInstantText } from '@/domain/time/instant'
import { instantOrNull } from '@/cloud/consultations/brief'
import { type CleanedFile, NO_FILE, cleanedFiles } from '@/cloud/consultations/cleaned-files'
import { sealWritten } from '@/cloud/consultations/content'
import { type Parties, partiesOf } from '@/cloud/consultations/parties'
import { takeSlot } from '@/cloud/consultations/take-slot'
import { takeUpFiles } from '@/cloud/consultations/take-up'
import type { Dependencies, Handler, Intent, Outcome } from '@/cloud/handler'
import { sealingOf } from '@/cloud/sealing/sealing-of'
import type { Sealing } from '@/cloud/sealing/sealing'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { addConsultation, openConsultationsOf } from '@/cloud/store/queries/consultations/add'
import { holdPeople } from '@/cloud/store/queries/consultations/met'
import { type KnownSlot, slotOfPool } from '@/cloud/store/queries/consultations/slots'
import { undo, undoableCommand } from './undo'

type Input = ParsedInput<'consultation.request'>

const NO_POOL = { refusal: { code: 'NOT_FOUND', facts: { what: 'pool' } } } as const

/** Asks for a private hour; the time, the sealed matter, the files and the answer are written at once. */
export const requestConsultation: Handler<'consultation.request'> = async (call) => {
  const { input, intent, dependencies } = call
  const { store } = dependencies
  const sealing = sealingOf(dependencies)
  if (input.consent.rulesVersion !== CONFIDENTIALITY_RULES) {
    const facts = { rulesVersion: CONFIDENTIALITY_RULES }
    return { refusal: { code: 'CONSENT_NEEDED', facts } }
  }
  const given = await cleanedFiles(store, intent.personId, input.fileIds)
  if ('refusal' in given) return given
  const { contact, matter } = input
  const parties = await partiesOf(sealing, { name: contact.name, ...matter })
  const unknown = await noSuchCentre(dependencies, input)
  if (unknown) return unknown
  return undoableCommand<'consultation.request'>(dependencies, intent, (client, now) =>
    requestIn(client, { input, intent, sealing, parties, files: given.files, now }),
  )
}

async function noSuchCentre({ store }: Dependencies, { centreId }: Input) {
  if (centreId === undefined || (await shortNameOfCentre(store.db, centreId)) !== null) return null
  return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } } as const
}

interface Asked {
  input: Input
  intent: Intent
  sealing: Sealing
  parties: Parties
  files: CleanedFile[]
  now: Date
}

async function requestIn(
  client: PoolClient,
  asked: Asked,
): Promise<Outcome<'consultation.request'>> {
  const { input, intent, sealing, files, now } = asked
  const { personId } = intent
  const { service, poolId, matter, contact, urgent } = input
  const slot = poolId === undefined ? null : await slotOfPool(client, poolId)
  if (poolId !== undefined && slot?.service !== service) return NO_POOL
  if (slot && !slot.channels.includes(contact.channel)) {
    return { invalid: { path: 'contact.channel', reason: 'NOT_ONE_OF' } }
  }
  await holdPeople(client, [personId, slot?.professionalId ?? null])
  const open = await openConsultationsOf(client, personId)
  if (open >= LIMITS.open) return { refusal: { code: 'TOO_MANY_OPEN', facts: { open } } }
  const centreId = input.centreId ?? centreOf(poolId!)
  const consultationId = centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  const bookingId = slot && (await slotFor(client, consultationId, slot, asked))
  const { key, wrapped } = await sealing.newKey(consultationId)
  const state: ConsultationState = slot ? 'assigned' : 'received'
  const [since, meetsUntil] = [now.getTime(), slot?.endsAt ?? null]
  const due = dueAt({ service, state, urgent, since, meetsUntil })
  const consultation = {
    ...{ consultationId, personId, service, state, urgent, bookingId, wrapped, dueAt: due },
    professionalId: slot?.professionalId ?? null,
    consentVersion: input.consent.rulesVersion,
    sealed: sealWritten(key, { matter, contact }),
  }
  await addConsultation(client, consultation, now)
  const isAll = await takeUpFiles(client, { personId, consultationId, key }, files, now)
  if (!isAll) return undo<'consultation.request'>(NO_FILE)
  const startsAt = slot && toInstantText(slot.startsAt)
  return { value: { consultationId, state, startsAt, dueAt: instantOrNull(due) } }
}

async function slotFor(
  client: PoolClient,
  consultationId: string,
  slot: KnownSlot,
  { input: { evenIfClashes }, intent, parties, now }: Asked,
): Promise<string> {
  const wish = { intent, consultationId, slot, parties, evenIfClashes, now }
  const taken = await takeSlot(client, wish)
  return 'refusal' in taken ? undo<'consultation.request'>(taken.refusal) : taken.bookingId
}
