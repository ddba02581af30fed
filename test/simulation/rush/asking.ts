import type { Pool, PoolClient } from 'pg'
import { fixedClock } from '../../../src/cloud/clock'
import type { Call, Dependencies, Outcome } from '../../../src/cloud/handler'
import { passSeatsOn } from '../../../src/cloud/jobs/pass-seats-on'
import { acceptOfferedSeats } from '../../../src/cloud/operations/waitlist/accept'
import { joinWaitlist } from '../../../src/cloud/operations/waitlist/join'
import { leaveWaitlist } from '../../../src/cloud/operations/waitlist/leave'
import type { Store } from '../../../src/cloud/store'
import {
  type Settling,
  keptAnswer,
  settleAnswers,
} from '../../../src/cloud/store/queries/answered-requests'
import { personsOfIdentities } from '../../../src/cloud/store/queries/people'
import { peopleOfPools } from '../../../src/cloud/store/queries/seats/freed'
import { fullPools } from '../../../src/cloud/store/queries/seats/full'
import { giveSeatBack, whyNotGivenBack } from '../../../src/cloud/store/queries/seats/give-back'
import { NOT_NOW, takeSeats } from '../../../src/cloud/store/queries/seats/take'
import { whyNoSeats } from '../../../src/cloud/store/queries/seats/why-not-taken'
import type { SeatWish } from '../../../src/cloud/store/queries/seats/wish'
import { joinLists } from '../../../src/cloud/store/queries/waitlist/join'
import { HOUR } from '../../../src/domain/time/instant'
import { NOW } from '../../support/builders/programme'
import { silentLog } from '../../support/silent-log'
import type { Chance } from './chance'
import type { Outcome as Came } from './model/alone'
import type { Sent } from './model/statements'
import { type Stage, aWish, twoUnderOne } from './stage'

/** A statement, or the beginning or end of a transaction, with what came of it. */
export interface Step {
  sent: Sent
  outcome: Came
}

type Target = Pick<PoolClient, 'query'>

/** Whatever is asked of a database, with what came of it. */
export function noting(target: Pool, steps: Step[]): Pool {
  const asking = (asked: Target) => async (query: string | Sent) => {
    const sent = typeof query === 'string' ? { text: query } : query
    const outcome = await outcomeOf(asked.query(sent))
    steps.push({ sent, outcome })
    if ('rows' in outcome) return { ...outcome, rowCount: outcome.rows.length }
    throw Object.assign(new Error('refused'), outcome)
  }
  const connect = async () => {
    const client = await target.connect()
    return { query: asking(client), release: () => client.release() }
  }
  return { query: asking(target), connect } as unknown as Pool
}

async function outcomeOf(asking: Promise<{ rows: unknown[] }>): Promise<Came> {
  try {
    return { rows: (await asking).rows as Record<string, unknown>[] }
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint: string | undefined }
    return { code, constraint }
  }
}

/** So many entries of lists are asked whether they have an offer. */
const ASKED_FOR_OFFERS = 12

/** What was made so far, to be asked about later. */
export interface Made {
  booked: SeatWish[]
  entries: { entryId: string; by: SeatWish }[]
}

/** A group of whatever a host asks, drawn by chance; refusals of the database are part of it. */
export async function askSomething(
  pool: Pool,
  stage: Stage,
  chance: Chance,
  made: Made,
  round: number,
): Promise<void> {
  const wishes = Array.from({ length: chance.whole(1, 6) }, () => aWish(stage, chance, round))
  const one = wishes[0]!
  const { booked } = made
  const settling = wishes.map((wish, at): Settling => {
    const answer = { ok: false, code: 'SOLD_OUT', facts: { at } }
    return { intent: wish.intent, answer, now: wish.now }
  })
  const muddled = twoUnderOne(stage, one)
  const list = () => askOfList(pool, chance, made, one)
  const changes = [
    ...[() => takeSeats(pool, wishes), () => takeSeats(pool, wishes)],
    ...[() => takeSeats(pool, wishes), () => takeSeats(pool, [one])],
    ...[() => takeSeats(pool, muddled), () => takeSeats(pool, muddled)],
    ...[giving, giving, () => settleAnswers(pool, settling), list, list, list],
    ...[() => joinTogether(pool, made, wishes), () => joinTogether(pool, made, wishes)],
    () => acceptWhatIsOffered(pool, made, one),
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

/** Whoever comes for waiting lists at once. */
async function joinTogether(pool: Pool, made: Made, wishes: readonly SeatWish[]): Promise<void> {
  const joined = await joinLists(pool, wishes)
  for (const [index, one] of joined.entries()) {
    if (one === NOT_NOW || !('value' in one)) continue
    made.entries.push({ entryId: one.value.entryId, by: wishes[index]! })
  }
}

/** Free seats are offered, and whoever came for a list last takes what they were offered. */
async function acceptWhatIsOffered(pool: Pool, made: Made, wish: SeatWish): Promise<void> {
  const dependencies: Dependencies = {
    ...{ store: { pool } as Store, clock: fixedClock(wish.now.getTime()), log: silentLog },
  }
  await passSeatsOn(dependencies)
  for (const { entryId, by } of made.entries.slice(-ASKED_FOR_OFFERS)) {
    const { personId } = by.intent
    // Of its own: an answer that is kept would be given again.
    const requestId = `accept-${wish.bookingId}-${entryId}`
    const operation = 'waitlist.accept' as const
    const intent = { ...wish.intent, personId, operation, requestId }
    const input = { entryId, evenIfClashes: true }
    await acceptOfferedSeats({ input, intent, dependencies } as unknown as Call<'waitlist.accept'>)
  }
}

/** A command of a waiting list, or its clock, through the handlers themselves; half a day later at times. */
async function askOfList(pool: Pool, chance: Chance, made: Made, wish: SeatWish): Promise<void> {
  const now = chance.isIt(0.2) ? NOW + 14 * HOUR : wish.now.getTime()
  const store = { pool } as Store
  const dependencies: Dependencies = { store, clock: fixedClock(now), log: silentLog }
  const callOf = (operation: string, personId: string, input: object) => {
    const intent = { ...wish.intent, personId, operation }
    return { input, intent, dependencies } as unknown
  }
  if (chance.isIt(0.2)) return void (await passSeatsOn(dependencies))
  if (made.entries.length > 0 && chance.isIt(0.5)) {
    const { entryId, by } = chance.one(made.entries.slice(-8))
    const { personId } = chance.isIt(0.9) ? by.intent : wish.intent
    const input = { entryId, evenIfClashes: chance.isIt(0.8) }
    if (chance.isIt(0.3)) {
      await leaveWaitlist(callOf('waitlist.leave', personId, input) as Call<'waitlist.leave'>)
      return
    }
    await acceptOfferedSeats(callOf('waitlist.accept', personId, input) as Call<'waitlist.accept'>)
    return
  }
  const { poolId, evenIfClashes, attendeeIds } = wish
  const asked = callOf('waitlist.join', wish.intent.personId, {
    poolId,
    evenIfClashes,
    attendeeIds,
  })
  const outcome: Outcome<'waitlist.join'> = await joinWaitlist(asked as Call<'waitlist.join'>)
  if ('value' in outcome) made.entries.push({ entryId: outcome.value.entryId, by: wish })
}
