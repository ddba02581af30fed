import type { PoolClient } from 'pg'
import { KEPT_AFTER, type KeptAfter } from '@/domain/retention/kept-after'

type Facts = Record<KeptAfter, boolean>

/** What would stay of people without their name if they were erased now, as KEPT_AFTER names it. */
export async function keptAfter(
  client: Pick<PoolClient, 'query'>,
  personIds: readonly string[],
): Promise<KeptAfter[]> {
  const { rows } = await client.query<Facts>({
    name: 'erasure.kept',
    text: KEPT,
    values: [personIds],
  })
  return KEPT_AFTER.filter((what) => rows[0]![what])
}

// A dispute goes on as domain/retention/goes-on has it.
const KEPT = `
select
  exists (select from changlai.booking_attendee where person_id = any ($1::uuid[]))
    as "attendance",
  exists (
    select from changlai.ballot_attendee as one
    join changlai.ballot on ballot.centre_id = one.centre_id and ballot.ballot_id = one.ballot_id
    where one.person_id = any ($1::uuid[]) and one.live and ballot.closed_at is not null)
    as "draws",
  exists (
    select from changlai.consultation as one
    where one.person_id = any ($1::uuid[]) and one.wrapped_key is not null
      and not (one.service = 'mediation' and one.state = 'accepted')
      and (one.state = 'closed' or exists (
        select from changlai.consultation_opening as opening
        where opening.centre_id = one.centre_id
          and opening.consultation_id = one.consultation_id)))
    as "case-files",
  exists (
    select from changlai.consultation
    where person_id = any ($1::uuid[]) and service = 'mediation' and state = 'accepted')
    as "dispute",
  exists (select from changlai.audit_entry where person_id = any ($1::uuid[]))
    or exists (select from changlai.role_grant where person_id = any ($1::uuid[]))
    or exists (select from changlai.ended_role where person_id = any ($1::uuid[]))
    as "audit"`
