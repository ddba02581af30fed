import { Kysely, PostgresDialect } from 'kysely'
import { MIGRATIONS } from '@/cloud/store/migrations'
import { type ScratchDatabase, scratchDatabase } from '../../support/scratch-database'

const STEP = '0007-families-and-queue'
const PEOPLE = [1, 2].map((n) => `00000000-0000-4000-8000-00000000000${n}`)

/** Two people in one pool, one of whom gave a seat back and took another. */
const BOOKINGS_OF_BEFORE = `
insert into changlai.centre (centre_id, position, name, short_name, address, lat, lng, phone, hours)
values ('here', 1, '示例', '示例', '', 34.75, 113.61, '', '[]');
insert into changlai.activity
  (centre_id, activity_id, title, category, audience, description, host, place, rule)
values ('here', 'here.a', '示例', 'lecture', 'everyone', '', '', '', '{}');
insert into changlai.pool (centre_id, pool_id, activity_id, capacity, taken,
  opens_at, closes_at, cancel_until, starts_at, ends_at)
select 'here', 'here.p', 'here.a', 10, 2, at, at + interval '1 day', at, at, at + interval '2 hours'
from (select timestamptz '2026-11-22 09:00+08' as at) as morning;
insert into changlai.person (person_id) values ('${PEOPLE[0]}'), ('${PEOPLE[1]}');
insert into changlai.role_grant (centre_id, person_id, role) values ('here', '${PEOPLE[0]}', 'staff');
insert into changlai.booking
  (centre_id, booking_id, pool_id, person_id, status, check_in_code, booked_at, cancelled_at)
values
  ('here', 'here.b1', 'here.p', '${PEOPLE[0]}', 'cancelled', 'ABCDEFG2', now(), now()),
  ('here', 'here.b2', 'here.p', '${PEOPLE[0]}', 'booked', 'ABCDEFG3', now(), null),
  ('here', 'here.b3', 'here.p', '${PEOPLE[1]}', 'booked', 'ABCDEFG4', now(), null);
`

let scratch: ScratchDatabase
beforeAll(async () => {
  scratch = await scratchDatabase()
})
afterAll(() => scratch.drop())

test('Bookings made before there were attendees are each for the person who made them', async () => {
  const { pool } = scratch
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  await pool.query('create schema changlai')
  for (const [step, migration] of Object.entries(MIGRATIONS)) {
    if (step === STEP) await pool.query(BOOKINGS_OF_BEFORE)
    await migration.up(db)
    if (step === STEP) break
  }
  const { rows } = await pool.query(
    `select booking_id, a.person_id, a.holder_id = b.person_id as own, a.status, seats, booked_by,
       queue_number
     from changlai.booking_attendee as a join changlai.booking as b using (centre_id, booking_id)
     order by booking_id`,
  )
  const same = { own: true, booked_by: null, queue_number: null }
  expect(rows).toEqual([
    { booking_id: 'here.b1', person_id: PEOPLE[0], status: 'cancelled', seats: 0, ...same },
    { booking_id: 'here.b2', person_id: PEOPLE[0], status: 'booked', seats: 1, ...same },
    { booking_id: 'here.b3', person_id: PEOPLE[1], status: 'booked', seats: 1, ...same },
  ])
  const { rows: pools } = await pool.query(
    'select numbered, last_number, intake from changlai.pool',
  )
  expect(pools).toEqual([{ numbered: false, last_number: 0, intake: null }])
})
