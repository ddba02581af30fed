import { addDays, dateOf } from '@/domain/time/date'
import { monthDayInWords } from '@/domain/time/words'
import type { Output } from '@/contract'
import { postCall } from './weapp/cloud-line'

type Occurrence = Output<'calendar.list'>['occurrences'][number]

/** Something of the sample programme that anybody can book and give back from tomorrow on. */
export interface Bookable extends Occurrence {
  poolId: string
  date: string
  /** The day as the calendar says it: 11月26日. */
  dayInWords: string
}

/** Asks a host for an operation as a persona; throws what is not an answer with a value. */
export async function ask<Value>(
  host: string,
  persona: string | undefined,
  operation: string,
  input: object,
): Promise<Value> {
  const answer = (await postCall(host, persona, { operation, input })) as {
    ok: boolean
    value: Value
  }
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
  return answer.value
}

/** The things that can be booked from tomorrow on, soonest first, each title once on its day. */
export async function bookables(host: string, centreId = 'nongye'): Promise<Bookable[]> {
  const tomorrow = addDays(dateOf(Date.now()), 1)
  const { occurrences } = await ask<Output<'calendar.list'>>(host, undefined, 'calendar.list', {
    ...{ centreId, from: tomorrow, to: addDays(tomorrow, 30) },
  })
  const open = occurrences.filter(
    ({ poolState, lesson, poolId, state }) =>
      poolState === 'open' && lesson === null && poolId !== null && state !== 'cancelled',
  )
  const dated = open.map((occurrence) => {
    const date = occurrence.startsAt.slice(0, 10)
    return { ...occurrence, poolId: occurrence.poolId!, date, dayInWords: monthDayInWords(date) }
  })
  const unique = dated.filter(
    ({ title, date }) => dated.filter((o) => o.title === title && o.date === date).length === 1,
  )
  const forAll: Bookable[] = []
  for (const occurrence of unique) {
    const { whoMayBook, pools } = await ask<Output<'activities.get'>>(
      ...([host, undefined, 'activities.get', { activityId: occurrence.activityId }] as const),
    )
    const pool = pools.find(({ poolId }) => poolId === occurrence.poolId)
    if (whoMayBook === null && pool && Date.parse(pool.cancelUntil) > Date.now() + 3_600_000) {
      forAll.push(occurrence)
    }
  }
  return forAll
}

/** The bookings that a persona holds. */
export async function heldBy(host: string, persona: string) {
  const { bookings } = await ask<Output<'seats.mine'>>(host, persona, 'seats.mine', {})
  return bookings.filter(({ status }) => status === 'booked')
}
