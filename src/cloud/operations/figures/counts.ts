import type { Pool } from 'pg'
import { type Counting, lessonsHeld } from '@/cloud/store/queries/figures/lessons'
import { bookingsGivenBack, entriesMade, marksMade } from '@/cloud/store/queries/figures/people'
import { seatsTaken } from '@/cloud/store/queries/figures/seats'
import type { Counts } from './tables'

/** Counts all that figures tell of centres in a span. */
export async function countsIn(pool: Pool, counting: Counting): Promise<Counts> {
  const [lessons, seats, marks, entries, givenBack] = await Promise.all([
    lessonsHeld(pool, counting),
    seatsTaken(pool, counting),
    marksMade(pool, counting),
    entriesMade(pool, counting),
    bookingsGivenBack(pool, counting),
  ])
  return { lessons, seats, marks, entries, givenBack }
}
