import type { PoolClient } from 'pg'
import { type Erasing, PERSONAL_TABLES } from '@/domain/retention/personal-data'
import type { Leaving } from './people'

/** The statements that the table of personal data gives, in its order. */
const STATEMENTS: readonly { name: string; text: string; cuts: boolean }[] = Object.entries(
  PERSONAL_TABLES,
).flatMap(([table, { persons }]) =>
  Object.entries(persons).flatMap(([column, erasing]) => {
    const text = statement(table, column, erasing)
    return text ? [{ name: `erasure.${table}.${column}`, text, cuts: erasing === 'cut' }] : []
  }),
)

/**
 * Takes people out of every table, as domain/retention/personal-data says of each column; themselves
 * last. Throws the foreign key's violation where a table still names one of them: then nothing of it is done.
 */
export async function takeOut(
  client: PoolClient,
  { personIds, nobodies }: Leaving,
  now: Date,
): Promise<void> {
  await client.query({ name: 'erasure.names', text: NAMES_OTHERS_GAVE, values: [personIds, now] })
  await client.query({ name: 'erasure.notes', text: NOTES, values: [personIds] })
  await client.query({ name: 'erasure.held', text: SEATS_HELD, values: [personIds, nobodies] })
  for (const { name, text, cuts } of STATEMENTS) {
    await client.query({ name, text, values: cuts ? [personIds, nobodies] : [personIds] })
  }
}

function statement(table: string, column: string, erasing: Erasing): string | null {
  // No index finds seats by who booked them: SEATS_HELD has gone before.
  if (erasing === 'keep' || (table === 'booking_attendee' && column === 'holder_id')) return null
  if (erasing === 'delete')
    return `delete from changlai.${table} where ${column} = any ($1::uuid[])`
  if (erasing === 'clear') {
    return `update changlai.${table} set ${column} = null where ${column} = any ($1::uuid[])`
  }
  return `
update changlai.${table} as one set ${column} = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
where one.${column} = leaving.person_id`
}

const NAMES_OTHERS_GAVE = `
update changlai.family_member
set name = null, birth_date = null, removed_at = coalesce(removed_at, $2::timestamptz)
where person_id = any ($1::uuid[]) and holder_id <> all ($1::uuid[])`

/** Whom an invitation was for stands in its note. */
const NOTES = `
update changlai.role_invitation set note = '—' where accepted_by = any ($1::uuid[])`

const SEATS_HELD = `
update changlai.booking_attendee as seat set holder_id = leaving.nobody
from unnest($1::uuid[], $2::uuid[]) as leaving (person_id, nobody)
join changlai.booking on booking.person_id = leaving.person_id
where seat.centre_id = booking.centre_id and seat.booking_id = booking.booking_id
  and seat.holder_id = leaving.person_id`
