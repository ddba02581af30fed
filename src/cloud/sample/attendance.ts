import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Dependencies } from '@/cloud/handler'
import { centreKey } from '@/domain/access/key'
import { plainCode } from '@/domain/access/plain-code'
import { POSTER_LETTERS } from '@/domain/attendance/poster-scene'
import type { Sighting } from '@/domain/attendance/standing'
import { JUDGED_AFTER } from '@/domain/attendance/strike'
import { HOUR, MINUTE } from '@/domain/time/instant'
import { inTransaction } from '@/cloud/store/in-transaction'
import { judgeLesson } from '@/cloud/store/queries/attendance/judge'
import { hang, posterOf } from '@/cloud/store/queries/attendance/posters'
import { recordSightings } from '@/cloud/store/queries/attendance/sightings'
import { personOfIdentity } from '@/cloud/store/queries/people'
import { type PastSeat, pastSeats, runningPool } from '@/cloud/store/queries/sample-attendance'
import { bookSampleSeat } from './bookings'
import { seedNeighbours } from './people'

const CENTRE = 'nongye'
/** The course that is in the middle of its term, in which the personas sit. */
const COURSE = 'nongye.duanshipin'
/** Every so many of those who came were late, and every so many had said that they cannot come. */
const LATE_EVERY = 9
const EXCUSED_EVERY = 14

/**
 * Sample data: a code on the first centre's wall, a course in which the resident and the parent of the
 * local host sit, and who came to its past lessons. The parent did not come to the last one that was
 * judged, which left a strike to contest. Done once: where the code hangs, nothing is done.
 */
export async function seedAttendance(dependencies: Dependencies): Promise<void> {
  const { store, clock } = dependencies
  if (await posterOf(store.db, CENTRE)) return
  const { staff } = await seedNeighbours(dependencies, CENTRE)
  const now = clock.now()
  const personOf = (subject: string) => personOfIdentity(store.pool, { provider: 'local', subject })
  const [resident, parent] = [await personOf('resident'), await personOf('parent')]
  const course = await runningPool(store.db, COURSE, now)
  if (course) {
    const at = new Date(Math.max(course.opens_at, course.closes_at - HOUR))
    for (const personId of [resident, parent]) {
      await bookSampleSeat(store.pool, { personId, poolId: course.pool_id, now: at })
    }
  }
  const letters = plainCode(randomBytes(32), POSTER_LETTERS).toLowerCase()
  await inTransaction(store.pool, async (client) => {
    if (course) await attend(client, course.pool_id, { parent, staffId: staff[0]! }, now)
    await hang(client, centreKey(CENTRE, letters), staff[0]!, now)
  })
}

/** Marks who came to the lessons of a pool that are judged by now, and judges the last of them. */
async function attend(
  client: PoolClient,
  poolId: string,
  { parent, staffId }: { parent: string; staffId: string },
  now: Date,
): Promise<void> {
  const seats = await pastSeats(client, poolId, new Date(now.getTime() - JUDGED_AFTER))
  const last = seats[0]?.occurrenceId
  const stayedAway = ({ occurrenceId, personId }: PastSeat) =>
    occurrenceId === last && personId === parent
  const seen = seats
    .filter((seat) => !stayedAway(seat))
    .map((seat, index) => ({ ...seat, ...sightingOf(seat, index) }))
  await recordSightings(client, seen, staffId, now)
  if (last) await judgeLesson(client, last, now)
}

function sightingOf({ startsAt }: PastSeat, index: number): Sighting {
  if (index % EXCUSED_EVERY === EXCUSED_EVERY - 1) {
    return { mark: 'excused', means: 'roster', at: startsAt }
  }
  const isLate = index % LATE_EVERY === LATE_EVERY - 1
  const at = startsAt + (isLate ? 20 : -10) * MINUTE
  return { mark: isLate ? 'late' : 'present', means: 'code', at }
}
