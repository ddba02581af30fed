import { type Kysely, sql } from 'kysely'

/** The seats that somebody holds are found by who they are, with statistics and without (decision 0042). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(INDEX).execute(db)
}

// booking_attendee_once begins with the centre and the pool: where PostgreSQL knows nothing of the table
// yet, it takes all of that for what is shorter.
const INDEX = `
create index booking_attendee_held
  on changlai.booking_attendee (person_id, centre_id, pool_id) where status = 'booked';
`
