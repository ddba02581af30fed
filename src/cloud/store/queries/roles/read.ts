import type { Pool } from 'pg'
import type { Output } from '@/contract'
import { ROLES_IN_ORDER } from '@/domain/access/role'
import { instantText } from '../instant-text'
import { grantIdOf, nicknameOf, workerHash } from './worker'
import { mayStillInvite } from './invitations'

export type GrantRow = Output<'roles.list'>['grants'][number] & { rank: number; hash: string }

/** Who holds which role in a place, in the order of the roles, after the last of the page before. */
export async function grantsIn(
  pool: Pool,
  page: { centreId: string; me: string; after: [number, string] | undefined; limit: number },
): Promise<GrantRow[]> {
  const { centreId, me, after, limit } = page
  const { rows } = await pool.query<GrantRow>({
    name: 'roles.grants',
    text: GRANTS,
    values: [centreId, me, after?.[0] ?? -1, after?.[1] ?? '', limit, ROLES_IN_ORDER],
  })
  return rows
}

/** The invitations of a place that can be accepted at `now`, the newest first. */
export async function openInvitations(
  pool: Pool,
  centreId: string,
  now: Date,
): Promise<Output<'roles.invitations'>['invitations']> {
  const { rows } = await pool.query<Output<'roles.invitations'>['invitations'][number]>({
    name: 'roles.open-invitations',
    text: OPEN,
    values: [centreId, now],
  })
  return rows
}

const HASH = workerHash('held.centre_id', 'held.person_id')

const GRANTS = `
with page as (
  select grants.* from (
    select held.*, array_position($6::text[], held.role) as rank, ${HASH} as hash
    from changlai.role_grant as held where held.centre_id = $1
  ) as grants
  where (rank, hash) > ($3::int, $4)
  order by rank, hash
  limit $5
)
select ${grantIdOf('page')} as "grantId", page.centre_id || '.' || page.hash as "workerKey",
  page.role, ${nicknameOf('page.person_id')} as nickname, page.person_id = $2::uuid as own,
  ${instantText('page.granted_at')} as since, ${nicknameOf('page.granted_by')} as by,
  page.rank, page.hash
from page
order by page.rank, page.hash`

const OPEN = `
select invitation.centre_id || '.' || invitation.invitation_id as "invitationId",
  invitation.role, invitation.note, ${nicknameOf('invitation.made_by')} as by,
  ${instantText('invitation.made_at')} as "madeAt",
  ${instantText('invitation.expires_at')} as "expiresAt"
from changlai.role_invitation as invitation
where invitation.centre_id = $1 and invitation.expires_at > $2
  and invitation.accepted_at is null and invitation.revoked_at is null
  and ${mayStillInvite('invitation')}
order by invitation.made_at desc, invitation.invitation_id
limit 100`
