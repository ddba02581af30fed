import { type Kysely, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import { COUNTING_STATES, type StrikeState } from '@/domain/attendance/strike'
import type { Database } from '@/cloud/store/tables'

/** Strikes with what they are for: the lesson, or the first of those that were given back late. */
function strikes(db: Kysely<Database>) {
  return db
    .selectFrom('changlai.strike as s')
    .innerJoin('changlai.booking as b', (join) =>
      join.onRef('b.centre_id', '=', 's.centre_id').onRef('b.booking_id', '=', 's.booking_id'),
    )
    .innerJoin('changlai.pool as p', (join) =>
      join.onRef('p.centre_id', '=', 'b.centre_id').onRef('p.pool_id', '=', 'b.pool_id'),
    )
    .innerJoin('changlai.activity as a', (join) =>
      join.onRef('a.centre_id', '=', 'p.centre_id').onRef('a.activity_id', '=', 'p.activity_id'),
    )
    .leftJoin('changlai.occurrence as o', (join) =>
      join
        .onRef('o.centre_id', '=', 's.centre_id')
        .onRef('o.occurrence_id', '=', 's.occurrence_id'),
    )
    .select(['s.strike_id', 's.kind', 's.state', 's.weight', 's.struck_at', 's.expires_at'])
    .select(['s.contested_at', 's.reason', 'a.title'])
    .select(sql<number>`coalesce(o.starts_at, p.starts_at)`.as('starts_at'))
}

export type StrikeRow = Awaited<ReturnType<ReturnType<typeof strikes>['execute']>>[number]

/** The strikes of a person that have not expired by `since`, newest first. */
export function strikesOf(
  db: Kysely<Database>,
  page: {
    personId: string
    since: Date
    after: [struckAt: number, strikeId: string] | undefined
    limit: number
  },
) {
  const { personId, since, after, limit } = page
  return strikes(db)
    .innerJoin('changlai.centre as c', 'c.centre_id', 's.centre_id')
    .select('c.short_name as centre_name')
    .where('s.person_id', '=', personId)
    .where(sql<boolean>`s.expires_at >= ${since}`)
    .$if(after !== undefined, (query) =>
      // Newest first, and keys upwards where two were given in the same millisecond.
      query.where(
        sql<boolean>`s.struck_at <= ${new Date(after![0])}
          and (s.struck_at < ${new Date(after![0])} or s.strike_id > ${after![1]})`,
      ),
    )
    .orderBy('s.struck_at', 'desc')
    .orderBy('s.strike_id')
    .limit(limit)
    .execute()
}

/** What the strikes of a person that count at `now` weigh in each centre, and until when. */
export function weightsOf(db: Kysely<Database>, personId: string, now: Date) {
  return db
    .selectFrom('changlai.strike as s')
    .innerJoin('changlai.centre as c', 'c.centre_id', 's.centre_id')
    .select(['s.centre_id', 'c.short_name as centre_name'])
    .select(sql<number>`sum(s.weight)`.as('weight'))
    .select(sql<number>`max(s.expires_at)`.as('until'))
    .where('s.person_id', '=', personId)
    .where('s.state', 'in', COUNTING_STATES)
    .where(sql<boolean>`s.expires_at > ${now}`)
    .groupBy(['s.centre_id', 'c.short_name', 'c.position'])
    .orderBy('c.position')
    .execute()
}

/** The strikes of a centre that are contested, those that wait longest first. */
export function contestedIn(
  db: Kysely<Database>,
  page: {
    centreId: string
    after: [contestedAt: number, strikeId: string] | undefined
    limit: number
  },
) {
  const { centreId, after, limit } = page
  return strikes(db)
    .innerJoin('changlai.person as person', 'person.person_id', 's.person_id')
    .select(['person.nickname', sql<string>`right(b.check_in_code, 4)`.as('code_ends')])
    .where('s.centre_id', '=', centreId)
    .where('s.state', '=', 'contested')
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(s.contested_at, s.strike_id) > (${new Date(after![0])}, ${after![1]})`,
      ),
    )
    .orderBy('s.contested_at')
    .orderBy('s.strike_id')
    .limit(limit)
    .execute()
}

/** A strike as far as changing it needs, held until the transaction ends; instants in milliseconds. */
export interface HeldStrike {
  personId: string
  state: StrikeState
  expiresAt: number
}

/** Holds a strike; null for none. */
export async function holdStrike(client: PoolClient, strikeId: string): Promise<HeldStrike | null> {
  const { rows } = await client.query<HeldStrike>({
    name: 'attendance.hold-strike',
    text: HOLD,
    values: [centreOf(strikeId), strikeId],
  })
  return rows[0] ?? null
}

/** Contests a strike that is held. */
export async function contestStrike(
  client: PoolClient,
  strikeId: string,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'attendance.contest',
    text: CONTEST,
    values: [centreOf(strikeId), strikeId, now],
  })
}

/** Writes down what staff say to a contested strike that is held. */
export async function settleStrike(
  client: PoolClient,
  strikeId: string,
  settlement: { state: 'upheld' | 'waived'; reason: string; by: string },
  now: Date,
): Promise<void> {
  const { state, reason, by } = settlement
  await client.query({
    name: 'attendance.settle',
    text: SETTLE,
    values: [centreOf(strikeId), strikeId, state, reason, by, now],
  })
}

const HOLD = `
select person_id as "personId", state, expires_at as "expiresAt"
from changlai.strike
where centre_id = $1 and strike_id = $2
for no key update`

const CONTEST = `
update changlai.strike
set state = 'contested', contested_at = $3::timestamptz
where centre_id = $1 and strike_id = $2`

const SETTLE = `
update changlai.strike
set state = $3, reason = $4, settled_by = $5, settled_at = $6::timestamptz
where centre_id = $1 and strike_id = $2`
