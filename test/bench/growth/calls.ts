import type { Dispatch } from '../../../src/cloud/dispatch'
import type { Input, OperationName } from '../../../src/contract'
import { type City, LESSONS, centreKey, courseKey, personKey } from './city'

export const MEASURED = ['calendar.list', 'seats.mine', 'seats.book', 'activities.get'] as const
export type Measured = (typeof MEASURED)[number]

/** Each operation is asked in ten ways in turn. */
export const WAYS = 10

/** Of those who come now the first 25 look at what they have, the others book. */
const LOOK = 25

interface Call {
  ask: () => Promise<unknown>
  /** Undoes what it changed. */
  after?: () => Promise<unknown>
}

/**
 * The n-th call of an operation in a city. They go to all centres and people in turn, so that a large
 * city is not asked again and again about what it has at hand.
 */
export function callIn(city: City, dispatch: Dispatch, operation: Measured, nth: number): Call {
  const way = nth % WAYS
  const round = Math.floor(nth / WAYS)
  const centre = (nth * 37) % city.centres
  const ask = async <N extends OperationName>(name: N, input: Input<N>, rank = 0) => {
    const { answer } = await dispatch({
      request: {
        operation: name,
        input,
        requestId: `growth${name.replace('.', '')}${nth}`,
        client: '1.0.0',
      },
      identity: { provider: 'local', subject: personKey(centre, rank) },
    })
    const given = answer as { ok: boolean; code?: string; value?: { bookingId?: string } }
    if (!given.ok && given.code !== 'SOLD_OUT') throw new Error(JSON.stringify(answer))
    return given
  }
  switch (operation) {
    case 'calendar.list': {
      // A month; half of the calls ask for one category of it.
      const month = { centreId: centreKey(centre), from: '2026-11-22', to: '2026-12-22' }
      const asked = way % 2 === 0 ? month : { ...month, category: 'lecture' as const }
      return { ask: () => ask('calendar.list', asked) }
    }
    case 'activities.get':
      return { ask: () => ask('activities.get', { activityId: courseKey(centre, way) }) }
    case 'seats.mine':
      return { ask: () => ask('seats.mine', {}, (way + round * WAYS) % LOOK) }
    case 'seats.book': {
      const rank = LOOK + ((way + round * WAYS) % (LOOK - 1))
      const poolId = poolToBook(centre, way, rank)
      let bookingId: string | undefined
      return {
        ask: async () => {
          bookingId = (await ask('seats.book', { poolId }, rank)).value?.bookingId
        },
        after: async () => {
          if ((bookingId === undefined) !== (way === 9)) throw new Error(`${poolId} for ${rank}`)
          if (bookingId) await ask('seats.cancel', { bookingId }, rank)
        },
      }
    }
  }
}

/** Now a term's seat, now one of a lesson, that the person does not have (lay-out.ts); one is full. */
function poolToBook(centre: number, way: number, rank: number): string {
  if (way === 9) return `${courseKey(centre, 9)}-${LESSONS - 1}`
  if (way % 2 === 1) return courseKey(centre, (rank + 2) % 5)
  const theirs = [7, 8, 9, 5, 6][rank % 5]
  const course = [5, 6, 7, 8].filter((one) => one !== theirs)[way % 3]!
  return `${courseKey(centre, course)}-${LESSONS / 2 + (way % (LESSONS / 2))}`
}
