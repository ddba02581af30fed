import { fixedClock } from '../../src/cloud/clock'
import { type Dispatched, createDispatch } from '../../src/cloud/dispatch'
import type { Sealing } from '../../src/cloud/sealing/sealing'
import type { Store } from '../../src/cloud/store'
import type { Input } from '../../src/contract'
import { overlaps } from '../../src/domain/seats/clash'
import { DAY } from '../../src/domain/time/instant'
import { callerOf, newRequestId, valueOf } from '../support/builders/caller'
import {
  aConsultation,
  aPersona,
  aProfessional,
  aSlot,
  anIntake,
  testSealing,
} from '../support/builders/consultation'
import { NOW, aCentre, seatsOf } from '../support/builders/programme'
import { type TestDatabase, testDatabase } from '../support/database'
import { silentLog } from '../support/silent-log'
import { interrupted } from './interleaved'
import { without } from './weakened'

const ROUNDS = 6

let database: TestDatabase
let sealing: Sealing
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  sealing = testSealing(database.store)
  await sealing.prepareHashes()
  centreId = await aCentre(database.store)
  const personId = await aPersona(database.store, 'staff')
  await database.store.pool.query(
    `insert into changlai.role_grant (centre_id, person_id, role) values ('*', $1, 'staff')`,
    [personId],
  )
})
afterAll(() => database.drop())

function dispatchOf(store: Store) {
  return createDispatch({ store, clock: fixedClock(NOW), log: silentLog, sealing })
}
const as = (subject: string, store = database.store) => callerOf(dispatchOf(store), subject)

async function aLawyer() {
  const subject = `lawyer-${newRequestId()}`
  return { subject, personId: await aProfessional(database.store, centreId, 'lawyer', subject) }
}

const hours = (opens: string, closes: string) => ({
  weekly: [{ weekday: 4, spans: [{ opens, closes }] }],
  blocked: ['2026-12-03', '2026-12-10', '2026-12-24', '2026-12-31'],
  slotMinutes: 30 as const,
  place: '示例室',
  channels: ['phone' as const],
})
const publishing = (set: Input<'casework.publishHours'>['hours']) => ({
  ...{ centreId, service: 'legal' as const, month: '2026-12', hours: set },
})

/** What stands at the end: every slot of a lawyer, with what the pool and the programme say of it. */
async function slotsOf(personId: string) {
  const { rows } = await database.store.pool.query<{
    poolId: string
    startsAt: number
    endsAt: number
    held: number
    holds: boolean
  }>(
    `select pool.pool_id as "poolId", pool.starts_at as "startsAt", pool.ends_at as "endsAt",
       count(booking.booking_id) as held,
       pool.taken = count(booking.booking_id) and occurrence.state = 'scheduled'
         and pool.closes_at = pool.starts_at and occurrence.ends_at = pool.ends_at as holds
     from changlai.consultation_slot slot
     join changlai.pool on pool.pool_id = slot.pool_id
     join changlai.occurrence on occurrence.pool_id = pool.pool_id
     left join changlai.booking on booking.pool_id = pool.pool_id and booking.status = 'booked'
     where slot.person_id = $1
     group by pool.centre_id, pool.pool_id, occurrence.state, occurrence.ends_at
     order by pool.starts_at`,
    [personId],
  )
  return rows
}

describe('publishing', () => {
  /**
   * Two publishings of other hours for one month, the second once the first has read which slots there
   * are; how many slots overlap at the end.
   */
  async function overlapsOfTwo(store: Store): Promise<number> {
    const { subject, personId } = await aLawyer()
    const publish = (opens: string, closes: string) =>
      as(subject, through)('casework.publishHours', publishing(hours(opens, closes)))
    let second: ReturnType<typeof publish>
    const meanwhile = () => (second = publish('14:10', '17:10'))
    const through = interrupted(store, database, { after: 'office-hours.hold-slots', meanwhile })
    const answers = [await publish('14:00', '17:00'), await second!]
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const slots = await slotsOf(personId)
    return slots.filter((one, at) => slots.slice(at + 1).some((two) => overlaps(one, two))).length
  }

  test('Two publishings at once give the hours of one of them', async () => {
    for (let round = 0; round < 2; round += 1) expect(await overlapsOfTwo(database.store)).toBe(0)
  })

  test('Without the turns of a professional, slots overlap', async () => {
    const weak = without(database.store, 'consultations.hold-people', 'for no key update')
    expect(await overlapsOfTwo(weak)).toBeGreaterThan(0)
  })

  /** The hours of a day, with six residents who ask for a slot each, and who takes the hours back. */
  async function aDayToTakeBack(store: Store) {
    const { subject, personId } = await aLawyer()
    valueOf(await as(subject)('casework.publishHours', publishing(hours('14:00', '17:00'))))
    const slots = await slotsOf(personId)
    const residents = slots.map(() => `resident-${newRequestId()}`)
    await Promise.all(residents.map((one) => as(one)('me.get', {})))
    const dispatch = dispatchOf(store)
    const sent = async (by: string, operation: string, input: object) =>
      dispatch({
        request: { operation, input, requestId: newRequestId() },
        identity: { provider: 'local', subject: by },
      })
    const none = publishing({ ...hours('14:00', '17:00'), weekly: [] })
    return {
      personId,
      takeBack: () => sent(subject, 'casework.publishHours', none),
      ask: (at: number) => {
        const input = { ...anIntake({ name: `示例${at}号` }), poolId: slots[at]!.poolId }
        return sent(residents[at]!, 'consultation.request', input)
      },
    }
  }

  /** What became of a day: what the publisher was told, how many got a slot, and what is left. */
  async function outcomeOf(personId: string, published: Dispatched, requests: Dispatched[]) {
    const got = requests.filter(({ answer }) => (answer as { ok: boolean }).ok).length
    return { published, got, left: await slotsOf(personId) }
  }

  /** Six ask once it was read which slots are free to be taken back. */
  async function askedInBetween(store: Store) {
    let requests: Promise<Dispatched[]>
    const askAll = () => (requests = Promise.all([0, 1, 2, 3, 4, 5].map((at) => day.ask(at))))
    const read = { after: 'office-hours.hold-slots', meanwhile: askAll, waiting: 6 }
    const day = await aDayToTakeBack(interrupted(store, database, read))
    const published = await day.takeBack()
    return outcomeOf(day.personId, published, await requests!)
  }

  /** The hours are taken back once one has a slot that is not written yet; the others ask then. */
  async function takenBackInBetween(store: Store) {
    let publishing: Promise<Dispatched>
    const takeBack = () => (publishing = day.takeBack())
    const read = { after: 'seats.take', meanwhile: takeBack }
    const day = await aDayToTakeBack(interrupted(store, database, read))
    const first = await day.ask(0)
    const others = await Promise.all([1, 2, 3, 4, 5].map((at) => day.ask(at)))
    return outcomeOf(day.personId, await publishing!, [first, ...others])
  }

  /** They ask and are taken from at once, by chance. */
  async function takenAndTakenBack() {
    const day = await aDayToTakeBack(database.store)
    const asks = [0, 1, 2, 3, 4, 5].map((at) => day.ask(at))
    const [published, ...requests] = await Promise.all([day.takeBack(), ...asks])
    return outcomeOf(day.personId, published, requests)
  }

  function expectOneOfBoth({ published, got, left }: Awaited<ReturnType<typeof outcomeOf>>) {
    const { value } = published.answer as { value: { withdrawn: number; kept: number } }
    expect(value).toMatchObject({ kept: got, withdrawn: 6 - got })
    expect(left.map(({ held, holds }) => [held, holds])).toEqual(
      Array.from({ length: got }, () => [1, true]),
    )
  }

  test('Whoever takes a slot while it is withdrawn has it, or it is gone; never half of both', async () => {
    for (let round = 0; round < 3; round += 1) expectOneOfBoth(await takenAndTakenBack())
    const late = await askedInBetween(database.store)
    expectOneOfBoth(late)
    expect(late.got).toBe(0)
    const early = await takenBackInBetween(database.store)
    expectOneOfBoth(early)
    expect(early.got).toBeGreaterThan(0)
  })

  test('Without the locks, somebody holds a seat in what was withdrawn', async () => {
    const weak = without(
      without(database.store, 'consultations.hold-people', 'for no key update'),
      'office-hours.hold-slots',
      'for update of pool',
    )
    const { published, got, left } = await askedInBetween(weak)
    const held = left.filter(({ held, holds }) => held === 1 && holds).length
    expect(published.status === 200 && held === got).toBe(false)
  })
})

describe('two hands at one consultation', () => {
  async function assigned(startsAt = NOW + 2 * DAY) {
    const { subject, personId } = await aLawyer()
    const resident = `resident-${newRequestId()}`
    const poolId = await aSlot(database.store, centreId, personId, { startsAt })
    const input = { ...anIntake({ name: `示例${newRequestId().slice(-6)}` }), poolId }
    const { consultationId } = valueOf(await as(resident)('consultation.request', input))
    return { subject, personId, resident, poolId, consultationId }
  }

  async function stateOf(consultationId: string) {
    const { rows } = await database.store.pool.query<{
      state: string
      bookingId: string | null
      lines: number
    }>(
      `select state, booking_id as "bookingId", (
         select count(*) from changlai.consultation_entry entry
         where entry.consultation_id = consultation.consultation_id) as lines
       from changlai.consultation where consultation_id = $1`,
      [consultationId],
    )
    return rows[0]!
  }

  test('Accepted and taken back at once, it is taken back and its time free', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { subject, resident, poolId, consultationId } = await assigned()
      const [accepted, withdrawn] = await Promise.all([
        as(subject)('casework.accept', { consultationId }),
        as(resident)('consultation.withdraw', { consultationId }),
      ])
      expect(withdrawn.ok).toBe(true)
      if (!accepted.ok) expect(accepted).toMatchObject({ code: 'NOT_FOUND' })
      expect((await stateOf(consultationId)).state).toBe('withdrawn')
      expect(await seatsOf(database.store, poolId)).toEqual({ taken: 0, booked: 0, people: 0 })
    }
  })

  test('Closed and moved at once, it is closed, and no seat is left taken that is to come', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { subject, personId, resident, poolId, consultationId } = await assigned()
      const other = await aSlot(database.store, centreId, personId, { startsAt: NOW + 3 * DAY })
      const [closed, moved] = await Promise.all([
        as(subject)('casework.close', { consultationId, outcome: 'advised', text: '示例' }),
        as(resident)('consultation.reschedule', { consultationId, poolId: other }),
      ])
      expect(closed.ok).toBe(true)
      if (!moved.ok) expect(moved).toMatchObject({ code: 'WRONG_STATE' })
      expect(await stateOf(consultationId)).toEqual({ state: 'closed', bookingId: null, lines: 1 })
      for (const pool of [poolId, other]) {
        expect(await seatsOf(database.store, pool)).toEqual({ taken: 0, booked: 0, people: 0 })
      }
    }
  })

  test('Closed twice at once it is counted once, with one outcome', async () => {
    const elsewhere = await aCentre(database.store)
    const subject = `lawyer-${newRequestId()}`
    const personId = await aProfessional(database.store, elsewhere, 'lawyer', subject)
    const resident = await aPersona(database.store, `resident-${newRequestId()}`)
    const more = { professionalId: personId }
    const consultationId = await aConsultation(
      ...([database.store, sealing, elsewhere, resident, more] as const),
    )
    const answers = await Promise.all(
      (['advised', 'settled', 'referred', 'other'] as const).map((outcome) =>
        as(subject)('casework.close', { consultationId, outcome, text: outcome }),
      ),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await stateOf(consultationId)).lines).toBe(1)
    const { rows } = await database.store.pool.query<{ closed: number }>(
      'select sum(closed) as closed from changlai.consultation_tally where centre_id = $1',
      [elsewhere],
    )
    expect(rows).toEqual([{ closed: 1 }])
  })

  /**
   * Staff assign one request to two lawyers , the second once the first was
   * found to have been given to nobody; how many were told that it worked.
   */
  async function assignedTwice(store: Store): Promise<number> {
    const resident = await aPersona(database.store, `resident-${newRequestId()}`)
    const consultationId = await aConsultation(database.store, sealing, centreId, resident)
    const lawyers = [await aLawyer(), await aLawyer()] as const
    const assign = (to: 0 | 1) =>
      as('staff', through)('casework.assign', { consultationId, personId: lawyers[to].personId })
    let second: ReturnType<typeof assign>
    const meanwhile = () => (second = assign(1))
    const through = interrupted(store, database, { after: 'consultations.one', meanwhile })
    const answers = [await assign(0), await second!]
    const opened = await Promise.all(
      lawyers.map(({ subject }) => as(subject)('casework.open', { consultationId })),
    )
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1)
    return answers.filter(({ ok }) => ok).length
  }

  test('Assigned to two at once, one has it and the other was refused', async () => {
    for (let round = 0; round < 2; round += 1) expect(await assignedTwice(database.store)).toBe(1)
  })

  test('Without the hold on the consultation both assignments seem to work', async () => {
    const weak = without(database.store, 'consultations.hold', 'for no key update')
    expect(await assignedTwice(weak)).toBe(2)
  })
})
