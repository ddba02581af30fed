import type { Store } from '../../../src/cloud/store'
import type {
  ActivityTable,
  CentreTable,
  OccurrenceTable,
  PoolTable,
} from '../../../src/cloud/store/tables'
import { dateOf } from '../../../src/domain/time/date'
import { DAY, HOUR } from '../../../src/domain/time/instant'
import type { Insertable } from 'kysely'

/** The morning on which the tests take place: a Sunday. */
export const NOW = Date.parse('2026-11-22T09:00:00+08:00')

let made = 0
const unique = (word: string) => `${word}${(made += 1)}`

/** A centre; gives its key. */
export async function aCentre(
  store: Store,
  more: Partial<Insertable<CentreTable>> = {},
): Promise<string> {
  const centreId = more.centre_id ?? unique('centre')
  const row: Insertable<CentreTable> = {
    centre_id: centreId,
    position: made,
    name: '示例社区党群服务中心',
    short_name: '示例社区',
    address: '示例路（示例门牌）',
    lat: 34.75,
    lng: 113.61,
    phone: '0371-00000000',
    hours: JSON.stringify([{ days: [1, 2, 3, 4, 5, 6, 7], opens: '08:30', closes: '21:00' }]),
    ...more,
  }
  await store.db.insertInto('changlai.centre').values(row).execute()
  return centreId
}

/** An activity of a centre without occurrences; gives its key. */
export async function anActivity(
  store: Store,
  centreId: string,
  more: Partial<Insertable<ActivityTable>> = {},
): Promise<string> {
  const activityId = more.activity_id ?? `${centreId}.${unique('activity')}`
  await store.db
    .insertInto('changlai.activity')
    .values({
      centre_id: centreId,
      activity_id: activityId,
      title: '示例讲座',
      category: 'lecture',
      audience: 'everyone',
      description: '讲一件用得上的事。',
      host: '示例社区',
      place: '一楼讲座室',
      rule: JSON.stringify({
        frequency: 'weekly',
        weekdays: [4],
        startsOn: '2026-11-01',
        time: '15:00',
        durationMinutes: 90,
      }),
      // What nobody sees is a draft.
      ...(more.published === false && { state: 'draft' as const }),
      ...more,
    })
    .execute()
  return activityId
}

/** An occurrence of an activity, tomorrow for two hours when nothing else is said; gives its key. */
export async function anOccurrence(
  store: Store,
  activityId: string,
  more: Partial<Insertable<OccurrenceTable>> & { startsAt?: number; endsAt?: number } = {},
): Promise<string> {
  const { startsAt = NOW + DAY, endsAt = startsAt + 2 * HOUR, ...columns } = more
  const centreId = activityId.split('.')[0]!
  const occurrenceId = `${centreId}.${unique('occurrence')}`
  await store.db
    .insertInto('changlai.occurrence')
    .values({
      centre_id: centreId,
      occurrence_id: occurrenceId,
      activity_id: activityId,
      pool_id: null,
      day: dateOf(startsAt),
      starts_at: new Date(startsAt),
      ends_at: new Date(endsAt),
      original_starts_at: new Date(startsAt),
      place: '一楼讲座室',
      lesson_number: null,
      lesson_of: null,
      ...columns,
    })
    .execute()
  return occurrenceId
}

export interface PoolWish {
  capacity?: number
  /** Instants in ms; one occurrence of two hours tomorrow when left out. */
  lessons?: { startsAt: number; endsAt: number }[]
  opensAt?: number
  closesAt?: number
  cancelUntil?: number
  columns?: Partial<Insertable<PoolTable>>
  activity?: Partial<Insertable<ActivityTable>>
  activityId?: string
}

/** A pool that is open, with its own activity and the lessons that it covers; gives its key. */
export async function aPool(store: Store, centreId: string, wish: PoolWish = {}): Promise<string> {
  const {
    capacity = 10,
    lessons = [{ startsAt: NOW + DAY, endsAt: NOW + DAY + 2 * HOUR }],
    opensAt = NOW - DAY,
  } = wish
  const [first, last] = [lessons[0]!, lessons[lessons.length - 1]!]
  const activityId = wish.activityId ?? (await anActivity(store, centreId, wish.activity))
  const poolId = wish.columns?.pool_id ?? `${centreId}.${unique('pool')}`
  await store.db
    .insertInto('changlai.pool')
    .values({
      centre_id: centreId,
      pool_id: poolId,
      activity_id: activityId,
      capacity,
      opens_at: new Date(opensAt),
      closes_at: new Date(wish.closesAt ?? first.startsAt),
      cancel_until: new Date(wish.cancelUntil ?? first.startsAt - 2 * HOUR),
      starts_at: new Date(first.startsAt),
      ends_at: new Date(last.endsAt),
      home_centre_until: null,
      only_role: null,
      ...wish.columns,
    })
    .execute()
  for (const [index, lesson] of lessons.entries()) {
    const course = lessons.length > 1
    await anOccurrence(store, activityId, {
      ...lesson,
      pool_id: poolId,
      lesson_number: course ? index + 1 : null,
      lesson_of: course ? lessons.length : null,
    })
  }
  return poolId
}

/** What the tables say of a pool: its count, how many seats are held in it, and by how many people. */
export async function seatsOf(store: Store, poolId: string) {
  const { rows } = await store.pool.query<{ taken: number; booked: number; people: number }>(
    `select pool.taken,
       (select count(*) from changlai.booking_attendee b
        where b.pool_id = pool.pool_id and b.status = 'booked') as booked,
       (select count(distinct person_id) from changlai.booking_attendee b
        where b.pool_id = pool.pool_id and b.status = 'booked') as people
     from changlai.pool where pool.pool_id = $1`,
    [poolId],
  )
  return rows[0]!
}
