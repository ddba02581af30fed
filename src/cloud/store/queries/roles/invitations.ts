import type { PoolClient } from 'pg'
import type { Role } from '@/domain/access/role'
import { instantText } from '../instant-text'

type Database = Pick<PoolClient, 'query'>

/** SQL: whether who made the invitation of this alias may still give its role. */
export function mayStillInvite(alias: string): string {
  return `exists (
    select from changlai.role_grant as inviter
    where inviter.person_id = ${alias}.made_by and inviter.centre_id in (${alias}.centre_id, '*')
      and (inviter.role = 'district' or (inviter.role = 'director' and ${alias}.role <> 'district'))
  )`
}

export interface NewInvitation {
  centreId: string
  invitationId: string
  role: Role
  note: string
  codeHash: Buffer
  madeBy: string
  madeAt: Date
  expiresAt: Date
}

/** An invitation as whoever has its code meets it. */
export interface Invitation {
  centreId: string
  invitationId: string
  role: Role
  by: string | null
  madeBy: string
  expiresAt: string
  state: 'open' | 'accepted' | 'expired' | 'revoked'
}

export async function addInvitation(client: PoolClient, made: NewInvitation): Promise<void> {
  const { centreId, invitationId, role, note, codeHash, madeBy, madeAt, expiresAt } = made
  await client.query({
    name: 'invitations.add',
    text: ADD,
    values: [centreId, invitationId, role, note, codeHash, madeBy, madeAt, expiresAt],
  })
}

/** How many invitations of a place are open at `now`; who makes another meanwhile waits. */
export async function countOpen(client: PoolClient, centreId: string, now: Date): Promise<number> {
  await client.query({
    name: 'invitations.wait',
    text: "select pg_advisory_xact_lock(hashtextextended('changlai.role_invitation ' || $1, 0))",
    values: [centreId],
  })
  const { rows } = await client.query<{ open: number }>({
    name: 'invitations.count-open',
    text: COUNT_OPEN,
    values: [centreId, now],
  })
  return rows[0]!.open
}

/** The invitation that a code opens; held until the transaction ends, so that it is used once. */
export async function lockInvitation(
  client: Database,
  codeHash: Buffer,
  now: Date,
): Promise<Invitation | null> {
  const { rows } = await client.query<Invitation>({
    name: 'invitations.lock',
    text: LOCK,
    values: [codeHash, now],
  })
  return rows[0] ?? null
}

/** Whether the code of an invitation can still be used at `now`. */
export async function isOpen(database: Database, codeHash: Buffer, now: Date): Promise<boolean> {
  const { rows } = await database.query<{ state: Invitation['state'] }>({
    name: 'invitations.state',
    text: STATE,
    values: [codeHash, now],
  })
  return rows[0]?.state === 'open'
}

export async function spendInvitation(
  client: PoolClient,
  { centreId, invitationId }: Pick<Invitation, 'centreId' | 'invitationId'>,
  personId: string,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'invitations.spend',
    text: `
      update changlai.role_invitation set accepted_by = $3, accepted_at = $4
      where centre_id = $1 and invitation_id = $2`,
    values: [centreId, invitationId, personId, now],
  })
}

/** Ends an invitation; gives whether somebody accepted it before, null where there is none. */
export async function revoke(
  client: PoolClient,
  centreId: string,
  invitationId: string,
  now: Date,
): Promise<{ accepted: boolean } | null> {
  const { rows } = await client.query<{ accepted: boolean }>({
    name: 'invitations.revoke',
    text: REVOKE,
    values: [centreId, invitationId, now],
  })
  return rows[0] ?? null
}

const ADD = `
insert into changlai.role_invitation
  (centre_id, invitation_id, role, note, code_hash, made_by, made_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)`

const COUNT_OPEN = `
select count(*)::int as open from changlai.role_invitation
where centre_id = $1 and expires_at > $2 and accepted_at is null and revoked_at is null`

const STATE_NOW = `
case when invitation.accepted_at is not null then 'accepted'
  when invitation.revoked_at is not null or not ${mayStillInvite('invitation')} then 'revoked'
  when invitation.expires_at <= $2 then 'expired'
  else 'open' end`

const LOCK = `
select invitation.centre_id as "centreId", invitation.invitation_id as "invitationId",
  invitation.role, maker.nickname as by, invitation.made_by as "madeBy",
  ${instantText('invitation.expires_at')} as "expiresAt", ${STATE_NOW} as state
from changlai.role_invitation as invitation
join changlai.person as maker on maker.person_id = invitation.made_by
where invitation.code_hash = $1
for update of invitation`

const STATE = `
select ${STATE_NOW} as state from changlai.role_invitation as invitation where code_hash = $1`

const REVOKE = `
update changlai.role_invitation as invitation
set revoked_at = case when accepted_at is null then coalesce(revoked_at, $3) end
where centre_id = $1 and invitation_id = $2
returning accepted_at is not null as accepted`
