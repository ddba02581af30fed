import pg from 'pg'
import { testDatabase, type TestDatabase } from '../../support/database'
import { MEASURED, WAYS, callIn, type Measured } from '../../bench/growth/calls'
import { layOut } from '../../bench/growth/lay-out'
import { townOf } from '../../bench/growth/measure'

/** One centre with five years behind it: what is asked of one alone is all of it. */
const CITY = { name: 'one centre', centres: 1, termsBefore: 19 }

/** More than good plans differ; what was joined by the centre alone took ten times as many pages. */
const MOST_TIMES = 2

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await testDatabase({ plansAsInService: true })
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await layOut(owner, CITY)
}, 120_000)
afterAll(async () => {
  await owner.end()
  await database.drop()
})

/** How many pages each operation touches, asked in its ways from this one on. */
async function pagesTouched(from: number): Promise<Record<Measured, number>> {
  const { explained, takePages, close } = await townOf(CITY, database.appUrl)
  const pages = { 'calendar.list': 0, 'seats.mine': 0, 'seats.book': 0, 'activities.get': 0 }
  for (const operation of MEASURED) {
    for (let nth = from; nth < from + WAYS; nth += 1) {
      const { ask, after } = callIn(CITY, explained, operation, nth)
      takePages()
      await ask()
      pages[operation] += takePages()
      await after?.()
    }
  }
  await close()
  return pages
}

test('Where PostgreSQL knows nothing of the tables yet, what residents ask costs not much more', async () => {
  const known = await pagesTouched(0)
  // As in a database that was copied or upgraded, before anything was counted in it.
  await owner.query(`
    set allow_system_table_mods = on;
    delete from pg_statistic using pg_class
    where pg_class.oid = starelid and relnamespace = 'changlai'::regnamespace;
    update pg_class set relpages = 0, reltuples = -1, relallvisible = 0
    where relnamespace = 'changlai'::regnamespace and relkind in ('r', 'i')`)
  const unknown = await pagesTouched(WAYS)
  const dearer = MEASURED.filter((one) => unknown[one] > MOST_TIMES * known[one])
  expect(dearer).toEqual([])

  // It would be seen: all seats held in the centre are read for those of one person.
  await owner.query('drop index changlai.booking_attendee_held')
  const worse = await pagesTouched(2 * WAYS)
  expect(worse['seats.book']).toBeGreaterThan(1.1 * unknown['seats.book'])
}, 90_000)
