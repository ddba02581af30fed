/**
 * The model of the database that the rush is simulated on does what PostgreSQL does: the same groups,
 * one after another, have the same answers and leave the same tables behind.
 */
import pg, { type Pool } from 'pg'
import {
  type Settling,
  keptAnswer,
  settleAnswers,
} from '../../../src/cloud/store/queries/answered-requests'
import { personsOfIdentities } from '../../../src/cloud/store/queries/people'
import { peopleOfPools } from '../../../src/cloud/store/queries/seats/freed'
import { fullPools } from '../../../src/cloud/store/queries/seats/full'
import { giveSeatBack, whyNotGivenBack } from '../../../src/cloud/store/queries/seats/give-back'
import { takeSeats } from '../../../src/cloud/store/queries/seats/take'
import { whyNoSeats } from '../../../src/cloud/store/queries/seats/why-not-taken'
import type { SeatWish } from '../../../src/cloud/store/queries/seats/wish'
import { type TestDatabase, testDatabase } from '../../support/database'
import { Chance } from './chance'
import { ModelAlone, type Outcome } from './model/alone'
import type { Bent } from './model/on'
import { type Sent, nameOfSent } from './model/statements'
import type { Tables } from './model/tables'
import { type Stage, aStage, aWish } from './stage'

const GROUPS = 400

let database: TestDatabase
let owner: Pool
let stage: Stage
beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 })
  owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
  stage = await aStage(database, owner)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})
type Step = { sent: Sent; outcome: Outcome }

/** Whatever is asked of a database, with what came of it. */
function noting(target: Pick<Pool, 'query'>, steps: Step[]): Pool {
  const query = async (sent: Sent) => {
    const outcome = await outcomeOf(target.query(sent))
    steps.push({ sent, outcome })
    if ('rows' in outcome) return outcome
    throw Object.assign(new Error('refused'), outcome)
  }
  return { query } as unknown as Pool
}

async function outcomeOf(asking: Promise<{ rows: unknown[] }>): Promise<Outcome> {
  try {
    return { rows: (await asking).rows as Record<string, unknown>[] }
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint: string | undefined }
    return { code, constraint }
  }
}

/**
 * In one order where the database gives none, with the names of columns in one order as well. `names`
 * has the versions of rows that this database has given until now.
 */
function comparable(sent: Sent, outcome: Outcome, names: Map<string, number>): unknown {
  if (!('rows' in outcome)) return outcome
  const rows = outcome.rows.map((row) => {
    const { people } = row as { people?: string[] }
    return people ? { ...row, people: [...new Set(people)].sort() } : row
  })
  const isOrdered = nameOfSent(sent) === 'people.of-identity'
  if (isOrdered) return rows
  const sorted = sortedBy(rows.map(canonical), (row) => row.replace(VERSION, ''))
  // Each database names versions as it likes: the same is which of them are one.
  return sorted.map((row) =>
    row.replace(VERSION, (_, version: string) => {
      if (!names.has(version)) names.set(version, names.size)
      return `version ${names.get(version)}`
    }),
  )
}

const VERSION = /"version":"([^"]+)"/

function sortedBy(rows: string[], key: (row: string) => string): string[] {
  return rows.sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

/** A group of whatever a host asks, drawn by chance; refusals of the database are part of it. */
async function askSomething(
  pool: Pool,
  chance: Chance,
  booked: SeatWish[],
  round: number,
): Promise<void> {
  const wishes = Array.from({ length: chance.whole(1, 6) }, () => aWish(stage, chance, round))
  const one = wishes[0]!
  const settling = wishes.map((wish, at): Settling => {
    const answer = { ok: false, code: 'SOLD_OUT', facts: { at } }
    return { intent: wish.intent, answer, now: wish.now }
  })
  const changes = [
    ...[() => takeSeats(pool, wishes), () => takeSeats(pool, wishes)],
    ...[() => takeSeats(pool, wishes), () => takeSeats(pool, [one])],
    ...[giving, giving, () => settleAnswers(pool, settling)],
  ]
  const looks = [
    () => whyNoSeats(pool, wishes),
    () => keptAnswer(pool, one.intent),
    () => peopleOfPools(pool, stage.poolIds),
    () => fullPools(pool, stage.poolIds, one.now),
    () => fullPools(pool, stage.poolIds, one.now),
    () =>
      personsOfIdentities(
        pool,
        [0, 1, 1].map(() => ({ provider: 'local', subject: `s${chance.whole(0, 30)}` })),
      ),
  ]
  function giving() {
    const wish = booked.length > 0 ? chance.one(booked) : one
    const { requestId } = one.intent
    const intent = { ...wish.intent, operation: 'seats.cancel' as const, requestId }
    const attendeeIds = chance.isIt(0.3) ? [chance.one(wish.attendeeIds ?? ['self'])] : undefined
    const back = { intent, bookingId: wish.bookingId, attendeeIds, now: one.now }
    return chance.isIt(0.3)
      ? whyNotGivenBack(pool, back)
      : giveSeatBack(pool, { ...back, evenIfLate: false, strikeId: `${stage.centreId}.strike` })
  }
  booked.push(...wishes)
  const ask = chance.one<() => Promise<unknown>>(chance.isIt(0.7) ? changes : looks)
  await ask().catch((error: { code?: string }) => {
    if (error.code !== '23505') throw error
  })
}

/** What the tables hold, as far as the model has it. */
const LEFT = `
select jsonb_build_object(
  'taken', (select jsonb_object_agg(pool_id, taken) from changlai.pool),
  'bookings', (select coalesce(jsonb_object_agg(booking_id,
    jsonb_build_array(person_id, status = 'booked', seats)), '{}') from changlai.booking),
  'seats', (select coalesce(jsonb_object_agg(booking_id || ' ' || person_id, status = 'booked'), '{}')
    from changlai.booking_attendee),
  'turns', (select jsonb_object_agg(person_id, booking_turn) from changlai.person
    where person_id::text like '00000000-%'),
  'answers', (select coalesce(jsonb_object_agg(person_id || ' ' || request_id, answer), '{}')
    from changlai.answered_request)
) as held`

function heldBy(tables: Tables): unknown {
  const bookings = [...tables.bookings.values()]
  const seats = [...tables.seatsOfBooking.values()].flat()
  return {
    taken: Object.fromEntries([...tables.pools.values()].map((one) => [one.poolId, one.taken])),
    bookings: Object.fromEntries(
      bookings.map((one) => [one.bookingId, [one.holderId, one.isBooked, one.seats]]),
    ),
    seats: Object.fromEntries(seats.map((s) => [`${s.bookingId} ${s.personId}`, s.isBooked])),
    turns: Object.fromEntries([...tables.turns].filter(([id]) => id.startsWith('00000000-'))),
    answers: Object.fromEntries([...tables.answers].map(([name, [row]]) => [name, row!.answer])),
  }
}

async function expectSameTables(tables: Tables): Promise<void> {
  const { rows } = await owner.query<{ held: unknown }>(LEFT)
  expect(JSON.parse(canonical(heldBy(tables)))).toEqual(JSON.parse(canonical(rows[0]!.held)))
}

const bending = (...bent: Bent[]) => new ModelAlone(stage.tables(), new Set(bent))

test('Groups one after another have the same answers, and leave the same tables', async () => {
  const chance = new Chance(20261127)
  const steps: Step[] = []
  const booked: SeatWish[] = []
  const pool = noting(database.store.pool, steps)
  while (steps.length < GROUPS) await askSomething(pool, chance, booked, steps.length)
  const answersOf = (model: ModelAlone) => {
    const names = new Map<string, number>()
    return steps.map(({ sent }) => comparable(sent, model.ask(sent), names))
  }
  const names = new Map<string, number>()
  const truth = steps.map(({ sent, outcome }) => comparable(sent, outcome, names))
  const model = bending()
  const answers = answersOf(model)
  for (const [at, { sent }] of steps.entries()) {
    expect({ at, name: nameOfSent(sent), answer: answers[at] }).toEqual({
      ...{ at, name: nameOfSent(sent), answer: truth[at] },
    })
  }
  await expectSameTables(model.tables)
  // It is about something, and a model that is bent would be found out.
  const refused = steps.filter(({ outcome }) => 'code' in outcome)
  expect(refused.length).toBeGreaterThan(0)
  for (const bent of ['guard', 'answer once'] as const) {
    expect(answersOf(bending(bent, 'wall'))).not.toEqual(truth)
  }
}, 60_000)
