import type { Pool } from 'pg'

/** A kind of rows that are deleted once they are old enough. */
export type Aging = 'notices' | 'strikes' | 'invitations' | 'removedFamily' | 'consultations'

/** Deletes rows of a kind that were over before an instant, at most 1,000 at once; gives how many. */
export async function forgetAged(pool: Pool, kind: Aging, before: Date): Promise<number> {
  const { rowCount } = await pool.query(AGED[kind], [before])
  return rowCount ?? 0
}

/** Deletes roles that ended three years ago, by the database's clock; gives how many. */
export async function forgetEndedRoles(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'select changlai.forget_ended_roles() as count',
  )
  return Number(rows[0]!.count)
}

const aged = (table: string, when: string) => `
delete from changlai.${table} where ctid = any (array(
  select ctid from changlai.${table} where ${when}
  limit 1000
  for update skip locked))`

const AGED: Readonly<Record<Aging, string>> = {
  notices: aged('notice', 'made_at < $1::timestamptz'),
  // What somebody says against is looked at first.
  strikes: aged('strike', "expires_at < $1::timestamptz and state <> 'contested'"),
  invitations: aged('role_invitation', 'expires_at < $1::timestamptz'),
  // Whom a booking still names keeps the number by which its holder can give the seat back.
  removedFamily: aged(
    'family_member',
    `removed_at < $1::timestamptz and not exists (
      select from changlai.booking_attendee as seat where seat.person_id = family_member.person_id
        and seat.holder_id = family_member.holder_id)`,
  ),
  consultations: aged(
    'consultation',
    'closed_at < $1::timestamptz and wrapped_key is null and plain is null',
  ),
}
