import { randomBytes, randomUUID } from 'node:crypto'
import { heldMasterKeys } from '../../../src/cloud/adapters/crypto/master-keys'
import { sealWritten } from '../../../src/cloud/consultations/content'
import { type Sealing, createSealing } from '../../../src/cloud/sealing/sealing'
import type { Store } from '../../../src/cloud/store'
import {
  CONFIDENTIALITY_RULES,
  type Channel,
  type SealedService,
} from '../../../src/domain/consultation/consultation'
import { DAY, MINUTE } from '../../../src/domain/time/instant'
import { NOW, anActivity, aPool } from './programme'

/** What seals in a test, under master key 1 of its own. */
export function testSealing(store: Store): Sealing {
  return createSealing(heldMasterKeys(new Map([[1, randomBytes(32)]])), store.pool)
}

let made = 0
const unique = (word: string) => `${word}${(made += 1)}`

/** A person with a role in a centre (`*` for all), as the local persona `subject`; gives their key. */
export async function aProfessional(
  store: Store,
  centreId: string,
  role: 'lawyer' | 'mediator',
  subject: string = unique(role),
): Promise<string> {
  const personId = await aPersona(store, subject)
  await store.pool.query(
    'insert into changlai.role_grant (centre_id, person_id, role) values ($1, $2, $3)',
    [centreId, personId, role],
  )
  return personId
}

/** Somebody whom the local host knows by a name; gives their key. */
export async function aPersona(store: Store, subject: string): Promise<string> {
  const known = await store.pool.query<{ person_id: string }>(
    `select person_id from changlai.person_identity where provider = 'local' and subject = $1`,
    [subject],
  )
  if (known.rows[0]) return known.rows[0].person_id
  const personId = randomUUID()
  await store.pool.query('insert into changlai.person (person_id) values ($1)', [personId])
  await store.pool.query(
    `insert into changlai.person_identity (provider, subject, person_id) values ('local', $1, $2)`,
    [subject, personId],
  )
  return personId
}

/** Half an hour of a professional, in two days when nothing else is said; gives its pool. */
export async function aSlot(
  store: Store,
  centreId: string,
  personId: string,
  more: {
    service?: SealedService
    startsAt?: number
    channels?: Channel[]
    activityId?: string
    closesAt?: number
  } = {},
): Promise<string> {
  const { service = 'legal', startsAt = NOW + 2 * DAY, channels = ['in-person', 'phone'] } = more
  const activityId =
    more.activityId ?? (await anActivity(store, centreId, { title: '示例咨询', category: 'legal' }))
  const poolId = await aPool(store, centreId, {
    activityId,
    capacity: 1,
    lessons: [{ startsAt, endsAt: startsAt + 30 * MINUTE }],
    ...(more.closesAt === undefined ? {} : { closesAt: more.closesAt }),
    columns: { intake: service },
  })
  await store.db
    .insertInto('changlai.consultation_slot')
    .values({ centre_id: centreId, pool_id: poolId, person_id: personId, service, channels })
    .execute()
  return poolId
}

/** What somebody writes who asks for a private hour, but for the time or the centre. */
export function anIntake(
  more: {
    name?: string
    otherParties?: string[]
    text?: string
    channel?: Channel
    reach?: string
    fileIds?: string[]
    service?: SealedService
  } = {},
) {
  const { name = '示例甲', otherParties = [], text = '示例经过', channel = 'phone' } = more
  return {
    service: more.service ?? ('legal' as const),
    matter: {
      kind: 'neighbours' as const,
      text,
      otherParties,
      wishes: '示例愿望',
      building: '示例楼院',
    },
    contact: { name, channel, reach: more.reach ?? '示例电话' },
    fileIds: more.fileIds ?? [],
    consent: { rulesVersion: CONFIDENTIALITY_RULES },
  }
}

/** A consultation as it stands right after a request without a time; gives its key. */
export async function aConsultation(
  store: Store,
  sealing: Sealing,
  centreId: string,
  personId: string,
  more: {
    service?: SealedService
    /** Who has it; nobody yet when left out. */
    professionalId?: string
    state?: 'received' | 'assigned' | 'accepted'
    text?: string
    name?: string
    otherParties?: string[]
    createdAt?: number
    dueAt?: number
  } = {},
): Promise<string> {
  const { service = 'legal', professionalId, createdAt = NOW } = more
  const consultationId = `${centreId}.${unique('case')}`
  const { key, wrapped } = await sealing.newKey(consultationId)
  const { text = '示例纠纷的经过', name = '示例姓名', otherParties = ['示例对方'] } = more
  const sealed = sealWritten(key, {
    matter: { kind: 'neighbours', text, otherParties, wishes: '', building: '' },
    contact: { name, channel: 'in-person', reach: '' },
  })
  await store.db
    .insertInto('changlai.consultation')
    .values({
      centre_id: centreId,
      consultation_id: consultationId,
      person_id: personId,
      service,
      state: more.state ?? (professionalId ? 'assigned' : 'received'),
      professional_id: professionalId ?? null,
      consent_version: '2026-11',
      created_at: new Date(createdAt),
      state_since: new Date(createdAt),
      due_at: new Date(more.dueAt ?? createdAt + 3 * DAY),
      key_version: wrapped.keyVersion,
      wrapped_key: wrapped.wrappedKey,
      sealed,
      booking_id: null,
      proposed_pool_id: null,
      awaiting: null,
      outcome: null,
      satisfaction: null,
      closed_at: null,
      deleted_at: null,
      plain: null,
    })
    .execute()
  return consultationId
}
