/** A step of the schema and a booking that wait for each other: the step gives way. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { connectionFrom } from '@/cloud/store/connection'
import { MIGRATIONS } from '@/cloud/store/migrations'
import { prepareSchema } from '@/cloud/store/migrate'
import { TAKE_SEATS } from '@/cloud/store/queries/seats/take-sql'
import { TABLES_OF_A_BOOKING } from '@/cloud/store/take-tables'
import { LOGIN_STAYS, STEPS, STEPS_TAKEN_BACK } from '../../faults/step-taken-back'
import { type TestDatabase, asOwner, testDatabase, waitingFor } from '../../support/database'
import { ownerPool } from '../../support/scratch-database'

jest.setTimeout(60_000)

const CIRCLE = '40P01'

let database: TestDatabase
beforeEach(async () => {
  database = await testDatabase()
  await asOwner(database, STEPS_TAKEN_BACK)
})
afterEach(() => database.drop())

/** The code of what an asking was refused with; null when it was not. */
const refusalOf = (asking: Promise<unknown>): Promise<string | null> =>
  asking.then(
    () => null,
    (error: { code: string }) => error.code,
  )

/**
 * Somebody who books has the seats, and asks for persons and pools once the step waits for the seats:
 * what became of the booking and of the step.
 */
async function meeting(
  takesSteps: () => Promise<unknown>,
): Promise<{ booking: string | null; steps: string | null }> {
  const booking = new pg.Client({ connectionString: database.ownerUrl })
  await booking.connect()
  await booking.query('begin')
  await booking.query('lock table changlai.booking_attendee in row exclusive mode')
  let isOver = false
  const steps = refusalOf(takesSteps()).finally(() => (isOver = true))
  while (!isOver && (await asOwner(database, STEP_WAITS)).length === 0);
  const asked = await refusalOf(booking.query('select from changlai.person, changlai.pool'))
  await booking.query('commit')
  await booking.end()
  return { booking: asked, steps: await steps }
}

const STEP_WAITS = waitingFor('changlai.booking_attendee')

/** The steps one after another in one transaction, each table when its turn comes. */
async function stepByStep(): Promise<void> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: ownerPool(database.name) }),
  })
  try {
    await db.transaction().execute(async (transaction) => {
      for (const step of STEPS) await MIGRATIONS[step].up(transaction)
    })
  } finally {
    await db.destroy()
  }
}

it('lets the booking pass, and comes again', async () => {
  const preparing = () => prepareSchema(connectionFrom(database.ownerUrl), LOGIN_STAYS)
  expect(await meeting(preparing)).toEqual({ booking: null, steps: null })
  const taken = `select from changlai.kysely_migration where name = any ('{${STEPS.join(', ')}}')`
  expect(await asOwner(database, taken)).toHaveLength(STEPS.length)
})

it('would be undone, or undo the booking, if each table was taken when its turn comes', async () => {
  const { booking, steps } = await meeting(stepByStep)
  expect([booking, steps].sort()).toEqual([CIRCLE, null])
})

it('takes the tables of a booking in the order in which its statement does', () => {
  expect(TABLES_OF_A_BOOKING).toEqual([...new Set(TAKE_SEATS.match(/changlai\.\w+/g))])
})
