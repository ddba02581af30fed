/**
 * One round of each fault, with the seed that stands here (`npm run faults` plays any number), and
 * controls: what is not true is found out, and a PostgreSQL that forgets.
 */
import { currentCloudBundles } from '../support/cloud-bundles'
import type { Fault } from './fault'
import { forgetful } from './forgetful'
import { FAULTS } from './kinds'
import { playRound } from './round'
import { type Stage, openStage } from './stage'

jest.setTimeout(300_000)

const SEED = 1

let stage: Stage

beforeAll(async () => {
  await currentCloudBundles()
  stage = await openStage({ onSmallDisk: true })
})
afterAll(() => stage.close())

const TRUE = { lost: 0, duplicates: 0, oversold: 0, untrueReplays: 0, wrong: [] }

test.each(FAULTS.map((fault) => [fault.name, fault] as const))(
  'After %s nothing is lost and every answer is true',
  async (_, fault) => {
    const round = await playRound(stage, fault, { round: 1, seed: SEED })
    expect(round).toMatchObject(TRUE)
    expect(round.replayed).toBeGreaterThan(400)
  },
)

const NOTHING: Fault = { name: 'nothing', strike: async () => ({ did: {} }) }

test('The control: a seat that is gone after it was confirmed is lost', async () => {
  const round = await playRound(stage, NOTHING, {
    ...{ round: 1, seed: SEED },
    meddle: async ({ database }) => {
      await stage.asOwner(database, ONE_SEAT_GONE)
    },
  })
  expect(round).toMatchObject({ lost: 1, duplicates: 0, oversold: 1 })
  expect(round.open).toBe(0)
})

test('The control: seats are lost that were confirmed before they were written down', async () => {
  const { lost } = await playRound(stage, forgetful, { round: 1, seed: SEED })
  expect(lost).toBeGreaterThan(0)
})

const ONE_SEAT_GONE = `
with gone as (
  delete from changlai.booking_attendee where ctid = (
    select max(ctid) from changlai.booking_attendee where status = 'booked')
  returning booking_id
)
select from gone`
