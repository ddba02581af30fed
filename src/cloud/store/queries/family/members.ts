import type { PoolClient } from 'pg'
import type { Kysely } from 'kysely'
import type { MemberKind } from '@/domain/family/member'
import type { Database } from '@/cloud/store/tables'

/** Those for whom a person books, in the order in which they were added. */
export function membersOf(db: Kysely<Database>, holderId: string) {
  return db
    .selectFrom('changlai.family_member as f')
    .leftJoinLateral(
      (lateral) =>
        lateral
          .selectFrom('changlai.guardian_consent as g')
          .select(['g.rules_version', 'g.consented_at'])
          .whereRef('g.member_id', '=', 'f.member_id')
          .orderBy('g.consented_at', 'desc')
          .limit(1)
          .as('consent'),
      (join) => join.onTrue(),
    )
    .select(['f.member_id', 'f.kind', 'f.name', 'f.birth_date', 'f.linked'])
    .select(['consent.rules_version', 'consent.consented_at'])
    .where('f.holder_id', '=', holderId)
    .where('f.removed_at', 'is', null)
    .orderBy('f.added_at')
    .orderBy('f.member_id')
    .execute()
}

/** Those who may book for a person because the person read out a code to them. */
export function relativesOf(db: Kysely<Database>, personId: string) {
  return db
    .selectFrom('changlai.family_member as f')
    .innerJoin('changlai.person as holder', 'holder.person_id', 'f.holder_id')
    .select(['f.member_id', 'holder.nickname', 'f.added_at'])
    .where('f.person_id', '=', personId)
    .where('f.linked', '=', true)
    .where('f.removed_at', 'is', null)
    .orderBy('f.added_at')
    .orderBy('f.member_id')
    .limit(50)
    .execute()
}

/** Holds a person's family until the transaction ends; gives how many they book for. */
export async function lockFamily(client: PoolClient, holderId: string): Promise<number> {
  await client.query({
    name: 'family.lock',
    text: 'select from changlai.person where person_id = $1 for no key update',
    values: [holderId],
  })
  const { rows } = await client.query<{ count: number }>({
    name: 'family.count',
    text: 'select count(*) from changlai.family_member where holder_id = $1 and removed_at is null',
    values: [holderId],
  })
  return rows[0]!.count
}

/** A member of a holder's family as far as changing it needs; null for none. */
export async function memberOf(
  client: PoolClient,
  holderId: string,
  memberId: string,
): Promise<{ kind: MemberKind; linked: boolean } | null> {
  const { rows } = await client.query<{ kind: MemberKind; linked: boolean }>({
    name: 'family.member',
    text: `
      select kind, linked from changlai.family_member
      where member_id = $2 and holder_id = $1 and removed_at is null`,
    values: [holderId, memberId],
  })
  return rows[0] ?? null
}

export interface NewMember {
  memberId: string
  holderId: string
  /** Who they are among attendees: a new person is made where there is none of this key. */
  personId: string
  kind: MemberKind
  name: string
  birthDate: string | null
  linked: boolean
}

/** Adds a member. Throws the unique violation of family_member_once for somebody who is one. */
export async function addMember(client: PoolClient, member: NewMember, now: Date): Promise<void> {
  const { memberId, holderId, personId, kind, name, birthDate, linked } = member
  await client.query({
    name: 'family.add',
    text: ADD,
    values: [memberId, holderId, personId, kind, name, birthDate, linked, now],
  })
}

/** Changes name and birth date of a member. */
export async function changeMember(
  client: PoolClient,
  { memberId, name, birthDate }: { memberId: string; name: string; birthDate: string | null },
): Promise<void> {
  await client.query({
    name: 'family.change',
    text: 'update changlai.family_member set name = $2, birth_date = $3 where member_id = $1',
    values: [memberId, name, birthDate],
  })
}

/** Writes down that a guardian consents to a version of the children's rules text, once for each. */
export async function writeConsent(
  client: PoolClient,
  consent: { memberId: string; rulesVersion: string; guardianId: string },
  now: Date,
): Promise<void> {
  const { memberId, rulesVersion, guardianId } = consent
  await client.query({
    name: 'family.consent',
    text: CONSENT,
    values: [memberId, rulesVersion, guardianId, now],
  })
}

/** Whether a guardian has consented for a member to this version of the rules text. */
export async function hasConsent(
  client: PoolClient,
  memberId: string,
  rulesVersion: string,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'family.has-consent',
    text: 'select from changlai.guardian_consent where member_id = $1 and rules_version = $2',
    values: [memberId, rulesVersion],
  })
  return (rowCount ?? 0) > 0
}

/** The member of a holder's family who is this person, if any. */
export async function memberWhoIs(
  client: PoolClient,
  holderId: string,
  personId: string,
): Promise<string | null> {
  const { rows } = await client.query<{ memberId: string }>({
    name: 'family.who-is',
    text: `
      select member_id as "memberId" from changlai.family_member
      where holder_id = $1 and person_id = $2 and removed_at is null`,
    values: [holderId, personId],
  })
  return rows[0]?.memberId ?? null
}

/**
 * Forgets the name and birth date of a member of this person's family, or ends a relative's link to
 * this person; gives whether there was such a one.
 */
export async function removeMember(
  client: PoolClient,
  personId: string,
  memberId: string,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'family.remove',
    text: REMOVE,
    values: [memberId, personId, now],
  })
  return (rowCount ?? 0) > 0
}

const ADD = `
with whoever as (
  insert into changlai.person (person_id)
  select $3 where not $7::boolean
)
insert into changlai.family_member
  (member_id, holder_id, person_id, kind, name, birth_date, linked, added_at)
values ($1, $2, $3, $4, $5, $6::date, $7::boolean, $8::timestamptz)`

const CONSENT = `
insert into changlai.guardian_consent (member_id, rules_version, guardian_id, consented_at)
values ($1, $2, $3, $4)
on conflict do nothing`

const REMOVE = `
update changlai.family_member
set name = null, birth_date = null, removed_at = $3
where member_id = $1 and removed_at is null
  and (holder_id = $2 or linked and person_id = $2)`
