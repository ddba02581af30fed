/**
 * The model of the database that the rush is simulated on does what PostgreSQL does: the same groups,
 * one after another, have the same answers and leave the same tables behind.
 */
import type { Pool } from 'pg'
import { type TestDatabase, testDatabase } from '../../support/database'
import { ownerPool } from '../../support/scratch-database'
import { type Made, type Step, askSomething, noting } from './asking'
import { Chance } from './chance'
import { ModelAlone, type Outcome } from './model/alone'
import type { Bent } from './model/on'
import { type Sent, nameOfSent } from './model/statements'
import type { Tables } from './model/tables'
import type { Transaction } from './model/transactions'
import { type Stage, aStage } from './stage'

const ROUNDS = 600
/** Rows of these come in an order. */
const ORDERED = new Set(['people.of-identity', 'waitlist.live-entries', 'waitlist.obstacles'])

/** What has to have been asked for a run to mean something: all but how a list went, which is written when it is over. */
const OF_LISTS = [
  ...['waitlist.lock', 'waitlist.entry', 'waitlist.entry-with', 'waitlist.add', 'waitlist.leave'],
  ...['waitlist.due', 'waitlist.live-entries', 'waitlist.write-advanced', 'waitlist.past-chances'],
  ...['waitlist.take-turns', 'waitlist.obstacles', 'waitlist.accept'],
]

let database: TestDatabase
let owner: Pool
let stage: Stage
beforeAll(async () => {
  database = await testDatabase({ poolSize: 4 })
  owner = ownerPool(database.name)
  stage = await aStage(database, owner)
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/**
 * In one order where the database gives none, with the names of columns in one order as well. `versions`
 * has those of rows that this database has given until now.
 */
function comparable(sent: Sent, outcome: Outcome, versions: Map<string, number>): unknown {
  if (!('rows' in outcome)) return outcome
  const rows = outcome.rows.map((row) => {
    const { people, soldOut } = row as { people?: string[]; soldOut?: { at: number[] } | null }
    if (people) return { ...row, people: [...new Set(people)].sort() }
    return soldOut ? { ...row, soldOut: { ...soldOut, at: [...soldOut.at].sort() } } : row
  })
  if (ORDERED.has(nameOfSent(sent))) return rows
  const sorted = sortedBy(rows.map(canonical), (row) => row.replace(VERSION, ''))
  // Each database names versions as it likes: the same is which of them are one.
  return sorted.map((row) =>
    row.replace(VERSION, (_, version: string) => {
      if (!versions.has(version)) versions.set(version, versions.size)
      return `version ${versions.get(version)}`
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

/** What the tables hold, as far as the model has it. */
const LEFT = `
select jsonb_build_object(
  'pools', (select jsonb_object_agg(pool_id, jsonb_build_array(taken, waiting, list_takes_from,
    last_turn, list_over_at is not null)) from changlai.pool),
  'entries', (select coalesce(jsonb_object_agg(entry_id, jsonb_build_array(holder_id, state, seats, turn,
    joined_position, passed_over, saved, round(extract(epoch from offer_until) * 1000), booking_id)), '{}')
    from changlai.waitlist_entry),
  'waiting', (select coalesce(jsonb_object_agg(entry_id || ' ' || person_id,
    jsonb_build_array(place, live)), '{}') from changlai.waitlist_attendee),
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
    pools: Object.fromEntries(
      [...tables.pools.values()].map((one) => [
        one.poolId,
        [one.taken, one.waiting, one.listTakesFrom, one.lastTurn, one.listOverAt !== null],
      ]),
    ),
    entries: Object.fromEntries(
      [...tables.entries.values()].map((one) => [
        one.entryId,
        [
          ...[one.holderId, one.state, one.seats, one.turn, one.joinedPosition, one.passedOver],
          ...[one.saved, one.offerUntil, one.bookingId],
        ],
      ]),
    ),
    waiting: Object.fromEntries(
      [...tables.waitingOfEntry.values()]
        .flat()
        .map((one) => [`${one.entryId} ${one.personId}`, [one.place, one.live]]),
    ),
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

/** What a model says to the same statements, in the same transactions. */
function answersOf(model: ModelAlone, steps: readonly Step[]): unknown[] {
  let transaction: Transaction | null = null
  const versions = new Map<string, number>()
  return steps.map(({ sent }) => {
    if (sent.text === 'begin') transaction = model.begin()
    else if (sent.text === 'commit') model.commit(transaction!)
    else if (sent.text === 'rollback') model.rollBack(transaction!)
    else if (transaction)
      return comparable(sent, model.send(transaction, sent).outcome()!, versions)
    else return comparable(sent, model.ask(sent), versions)
    if (sent.text !== 'begin') transaction = null
    return []
  })
}

test('Groups one after another have the same answers, and leave the same tables', async () => {
  const chance = new Chance(20261127)
  const steps: Step[] = []
  const made: Made = { booked: [], entries: [] }
  const pool = noting(database.store.pool, steps)
  for (let round = 0; round < ROUNDS; round += 1) {
    await askSomething(pool, stage, chance, made, round)
  }
  const versions = new Map<string, number>()
  const truth = steps.map(({ sent, outcome }) => comparable(sent, outcome, versions))
  const model = bending()
  const answers = answersOf(model, steps)
  for (const [at, { sent }] of steps.entries()) {
    expect({ at, name: nameOfSent(sent), answer: answers[at] }).toEqual({
      ...{ at, name: nameOfSent(sent), answer: truth[at] },
    })
  }
  await expectSameTables(model.tables)
  // It is about something, and a model that is bent would be found out.
  const refused = steps.filter(({ outcome }) => 'code' in outcome)
  expect(refused.length).toBeGreaterThan(0)
  const names = new Set(steps.map(({ sent }) => nameOfSent(sent)))
  expect(OF_LISTS.filter((name) => !names.has(name))).toEqual([])
  const accepted = steps.filter(
    ({ sent, outcome }) =>
      nameOfSent(sent) === 'waitlist.accept' && 'rows' in outcome && outcome.rows.length > 0,
  )
  expect(accepted.length).toBeGreaterThan(0)
  for (const bent of ['guard', 'answer once'] as const) {
    expect(answersOf(bending(bent, 'wall'), steps)).not.toEqual(truth)
  }
}, 60_000)
