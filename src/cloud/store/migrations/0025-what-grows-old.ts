import { type Kysely, sql } from 'kysely'

/** What is old enough to be forgotten is found without reading what is not (decision 0048). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(COLUMNS).execute(db)
}

const COLUMNS = `
alter table changlai.pool add column people_cut_at timestamptz;
comment on column changlai.pool.people_cut_at is
  'When it was forgotten whose its seats and its places in line were; null before.';
create index pool_to_cut on changlai.pool (ends_at) where people_cut_at is null;

alter table changlai.ballot add column people_cut_at timestamptz;
comment on column changlai.ballot.people_cut_at is
  'When it was forgotten who took part; null before.';
create index ballot_to_cut on changlai.ballot (closes_at) where people_cut_at is null;

create index notice_by_age on changlai.notice (made_at);
create index strike_by_age on changlai.strike (expires_at);
create index family_member_removed on changlai.family_member (removed_at)
  where removed_at is not null;
create index consultation_over on changlai.consultation (closed_at) where closed_at is not null;
create index role_invitation_by_age on changlai.role_invitation (expires_at);
create index ended_role_by_age on changlai.ended_role (ended_at);

create function changlai.forget_ended_roles() returns bigint
language sql security definer set search_path = pg_catalog as $$
  with forgotten as (
    delete from changlai.ended_role where (centre_id, person_id, role, ended_at) in (
      select centre_id, person_id, role, ended_at from changlai.ended_role
      where ended_at < now() - interval '3 years' order by ended_at limit 10000
    ) returning 1
  )
  select count(*) from forgotten
$$;
comment on function changlai.forget_ended_roles() is
  'Deletes roles that ended more than three years ago, at most 10,000 at once, as the owner of the '
  'tables: the one way to delete of them, by the server''s own clock. Gives how many.';
`
