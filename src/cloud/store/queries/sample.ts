import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Role } from '@/domain/access/role'
import type { Rule } from '@/domain/calendar/recurrence'
import type { Seating } from '@/domain/calendar/seating'
import type { Audience, Category } from '@/domain/calendar/programme'
import type { SampleTally } from '@/cloud/sample/tallies'
import type { Database } from '@/cloud/store/tables'

type Db = Kysely<Database>

/** The day that a centre's sample terms were last counted from; null before the first time. */
export async function generatedFor(db: Db, centreId: string): Promise<string | null> {
  const row = await db
    .selectFrom('changlai.sample_programme')
    .select('generated_for')
    .where('centre_id', '=', centreId)
    .executeTakeFirst()
  return row?.generated_for ?? null
}

export async function markGenerated(db: Db, centreId: string, day: string): Promise<void> {
  await db
    .insertInto('changlai.sample_programme')
    .values({ centre_id: centreId, generated_for: day })
    .onConflict((conflict) => conflict.column('centre_id').doUpdateSet({ generated_for: day }))
    .execute()
}

export async function writeCentre(
  db: Db,
  centre: {
    centreId: string
    position: number
    name: string
    shortName: string
    address: string
    lat: number
    lng: number
    phone: string
    hours: object
    coursesPerTerm?: number
  },
): Promise<void> {
  const { centreId, position, name, shortName, address, lat, lng, phone, hours } = centre
  await db
    .insertInto('changlai.centre')
    .values({
      ...{ centre_id: centreId, position, name, short_name: shortName, address, lat, lng, phone },
      hours: JSON.stringify(hours),
      courses_per_term: centre.coursesPerTerm ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What an activity is, before it has a key. */
export interface NewActivity {
  title: string
  category: Category
  audience: Audience
  description: string
  host: string
  place: string
  ages?: { min: number | null; max: number | null }
  /** 1/100 yuan; free when absent. */
  feeFen?: number
  bring?: string
  rule: Rule
  /** Null where nobody needs a seat. */
  seating: Seating | null
  /** How many seats an attendee may hold in a term; any number when absent. */
  seatsPerTerm?: number
  /** The group of parallel classes that it is one of. */
  parallelGroup?: string
  /** Whether the seat of somebody who is excused from a lesson goes to who waited. */
  guestsFromList?: boolean
}

export async function writeActivity(
  db: Db,
  activity: NewActivity & { centreId: string; activityId: string },
): Promise<void> {
  const { title, category, audience, description, host, place, rule, seating } = activity
  await db
    .insertInto('changlai.activity')
    .values({
      centre_id: activity.centreId,
      activity_id: activity.activityId,
      ...{ title, category, audience, description, host, place },
      min_age: activity.ages?.min ?? null,
      max_age: activity.ages?.max ?? null,
      fee_fen: activity.feeFen ?? 0,
      bring: activity.bring ?? null,
      rule: JSON.stringify(rule),
      seating: seating && JSON.stringify(seating),
      seats_per_term: activity.seatsPerTerm ?? null,
      parallel_group: activity.parallelGroup ?? null,
      guests_from_list: activity.guestsFromList ?? false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Calls off the second of the coming occurrences of an activity that needs no seats. */
export async function cancelNextButOne(db: Db, activityId: string, now: Date): Promise<void> {
  await db
    .updateTable('changlai.occurrence')
    .set({ state: 'cancelled' })
    .where('occurrence_id', '=', (one) =>
      one
        .selectFrom('changlai.occurrence as o')
        .select('o.occurrence_id')
        .where('o.activity_id', '=', activityId)
        .where('o.starts_at', '>', sql<number>`${now}::timestamptz`)
        .orderBy('o.starts_at')
        .offset(1)
        .limit(1),
    )
    .execute()
}

/**
 * Makes people of a centre who cannot sign in, with a role in it if any. Their keys follow from
 * centre and nickname, so that they are made once. Gives the keys.
 */
export async function writeNeighbours(
  db: Db,
  centreId: string,
  nicknames: string[],
  role: Role | null,
): Promise<string[]> {
  const people = nicknames.map((nickname) => ({
    person_id: uuidOf(`sample ${centreId} ${nickname}`),
    nickname,
    home_centre_id: centreId,
  }))
  await db
    .insertInto('changlai.person')
    .values(people)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const { person_id } of role ? people : []) await grant(db, person_id, role!, centreId)
  return people.map(({ person_id }) => person_id)
}

/** A UUID of version 8 (RFC 9562): its bits are our own, here those of a hash. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

/**
 * Gives a persona's nickname, home centre and role to somebody who has no nickname yet; gives
 * whether that was so.
 */
export async function writePersona(
  db: Db,
  persona: {
    personId: string
    nickname: string
    homeCentreId: string | null
    role?: { role: Role; centreId: string }
  },
): Promise<boolean> {
  const { personId, nickname, homeCentreId, role } = persona
  if (role) await grant(db, personId, role.role, role.centreId)
  const result = await db
    .updateTable('changlai.person')
    .set({ nickname, home_centre_id: homeCentreId })
    .where('person_id', '=', personId)
    .where('nickname', 'is', null)
    .where('booking_turn', '=', 0)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

async function grant(db: Db, personId: string, role: Role, centreId: string): Promise<void> {
  await db
    .insertInto('changlai.role_grant')
    .values({ person_id: personId, role, centre_id: centreId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The soonest pool of an activity that can be booked and given back at `now`, or null. */
export async function nextOpenPool(db: Db, activityId: string, now: Date): Promise<string | null> {
  const row = await db
    .selectFrom('changlai.pool as p')
    .select('p.pool_id')
    .where('p.activity_id', '=', activityId)
    .where('p.opens_at', '<=', sql<number>`${now}::timestamptz`)
    .where('p.closes_at', '>', sql<number>`${now}::timestamptz`)
    .where('p.cancel_until', '>', sql<number>`${now}::timestamptz`)
    .whereRef('p.taken', '<', 'p.capacity')
    .orderBy('p.starts_at')
    .limit(1)
    .executeTakeFirst()
  return row?.pool_id ?? null
}

/** The pools of a centre that opened before `now`, hold nobody, and end after `since` (both in ms). */
export function poolsToFill(db: Db, centreId: string, since: number, now: number) {
  return db
    .selectFrom('changlai.pool as p')
    .selectAll('p')
    .select(
      sql<number>`(
        select count(*) from changlai.occurrence as o
        where o.centre_id = p.centre_id and o.pool_id = p.pool_id
      )`.as('lessons'),
    )
    .where('p.centre_id', '=', centreId)
    .where('p.taken', '=', 0)
    .where('p.mode', '=', 'open')
    .where('p.guest_of', 'is', null)
    .where('p.ends_at', '>', sql<number>`${new Date(since)}::timestamptz`)
    .where('p.opens_at', '<', sql<number>`${new Date(now)}::timestamptz`)
    .orderBy('p.starts_at')
    .orderBy('p.pool_id')
    .execute()
}

export type SamplePool = Awaited<ReturnType<typeof poolsToFill>>[number]

/** Says what the next occurrences of an activity are about, one topic each; later ones are open yet. */
export async function nameTopics(
  db: Db,
  activityId: string,
  topics: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    update changlai.occurrence as o
    set topic = (${[...topics]}::text[])[coming.place_in_turn]
    from (
      select centre_id, occurrence_id, row_number() over (order by starts_at)::int as place_in_turn
      from changlai.occurrence
      where activity_id = ${activityId} and ends_at > ${now}) as coming
    where o.centre_id = coming.centre_id and o.occurrence_id = coming.occurrence_id
      and coming.place_in_turn <= ${topics.length}::int`.execute(db)
}

/** Takes an activity that the sample no longer has out of the programme; bookings of it stay. */
export async function unpublishActivity(db: Db, activityId: string): Promise<void> {
  await db
    .updateTable('changlai.activity')
    .set({ published: false, state: 'draft' })
    .where('activity_id', '=', activityId)
    .where('published', '=', true)
    .execute()
}

/** Writes down what a centre closed in past months, where nothing is counted of it yet. */
export async function writeTallies(
  db: Db,
  centreId: string,
  months: readonly { month: string; tallies: readonly SampleTally[] }[],
): Promise<void> {
  const known = await db
    .selectFrom('changlai.consultation_tally')
    .select('month')
    .where('centre_id', '=', centreId)
    .limit(1)
    .executeTakeFirst()
  if (known) return
  const rows = months.flatMap(({ month, tallies }) =>
    tallies.map(({ satisfactionSum, ...tally }) => ({
      ...{ centre_id: centreId, month, ...tally },
      satisfaction_sum: satisfactionSum,
    })),
  )
  await db.insertInto('changlai.consultation_tally').values(rows).execute()
}
