import { type Kysely, sql } from 'kysely'

/** Hosts hear of pools that somebody may find a seat in again (decision 0039). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TRIGGER).execute(db)
}

// Taking a seat and joining the list do not fire it: what is said of a full pool stays true.
const TRIGGER = `
create function changlai.say_pool_changed() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('changlai_pool', new.pool_id);
  return null;
end
$$;
comment on function changlai.say_pool_changed() is
  'Tells every host that listens, once the change is committed, that what it remembers of a pool '
  'without seats may no longer hold.';
create trigger pool_changed after update on changlai.pool
  for each row
  when (new.capacity - new.taken > old.capacity - old.taken
    or new.mode <> old.mode
    or new.opens_at <> old.opens_at
    or new.closes_at <> old.closes_at
    or new.only_role is distinct from old.only_role
    or new.intake is distinct from old.intake
    or new.home_centre_until is distinct from old.home_centre_until)
  execute function changlai.say_pool_changed();
`
