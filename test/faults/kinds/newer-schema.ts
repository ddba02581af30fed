import { setTimeout as wait } from 'node:timers/promises'
import { type Kysely, type Migration, sql } from 'kysely'
import { connectionFrom } from '../../../src/cloud/store/connection'
import { MIGRATIONS } from '../../../src/cloud/store/migrations'
import { prepareSchema } from '../../../src/cloud/store/migrate'
import { CENTRE, SPAN_MS } from '../cast'
import type { Fault, Scene } from '../fault'
import { LOGIN_STAYS } from '../step-taken-back'

const NAME = '9999-of-the-release-after'

/** Whoever wants one of these comes when the step is taken, however long a busy machine takes for it. */
const POOLS_OF_LATER = ['p1', 'p3', 'p5', 'p7'].map((pool) => `${CENTRE}.${pool}`)

/**
 * The schema is of the release after this one, and hosts of this one serve on it: the step that makes
 * it so, with more of everything that may be added, is taken before the crowd comes or in its midst.
 * Another host of this release starts on it.
 */
export const newerSchema: Fault = {
  name: 'newer-schema',
  comesLater: ({ poolId }) => POOLS_OF_LATER.includes(poolId),
  async strike(scene) {
    const { chance, ledger, rushOver, letIn, startLike } = scene
    const atMs = chance.happens(0.5) ? 0 : chance.between(50, SPAN_MS)
    await wait(atMs)
    await takeNewerStep(scene)
    letIn()
    const { code } = await (await startLike(0)).end()
    await rushOver
    const later = ledger.notAtOnce()
    return {
      did: { atMs },
      wrong: [
        ...(code === 0 ? [] : [`a host on a newer schema ended with ${code}`]),
        ...(later === 0 ? [] : [`${later} were asked to come back though nothing was away`]),
        ...((await isFilled(scene)) ? [] : ['nobody booked on the newer schema']),
      ],
    }
  },
}

function takeNewerStep({ stage, database }: Scene): Promise<boolean> {
  const owner = connectionFrom(stage.url(database))
  const steps = { ...MIGRATIONS, [NAME]: OF_THE_RELEASE_AFTER }
  return prepareSchema(owner, LOGIN_STAYS, steps)
}

/** Its trigger has noted bookings that hosts of this release have made. */
async function isFilled({ stage, database }: Scene): Promise<boolean> {
  const rows = await stage.asOwner(database, 'select from changlai.of_the_release_after limit 1')
  return rows.length > 0
}

const OF_THE_RELEASE_AFTER: Migration = {
  up: async (db: Kysely<unknown>) => {
    await sql.raw(MORE).execute(db)
  },
}

const MORE = `
alter table changlai.pool add column later_text text;
alter table changlai.booking
  add column later_text text, add column later_count integer not null default 0,
  add constraint booking_later_count check (later_count >= 0);
alter table changlai.booking_attendee add column later_at timestamptz;
alter table changlai.person add column later_flag boolean not null default false;
alter table changlai.answered_request add column later_text text;
create index booking_later on changlai.booking (centre_id, booked_at) where later_text is null;
create table changlai.of_the_release_after (
  centre_id text not null,
  booking_id text not null,
  constraint of_the_release_after_pkey primary key (centre_id, booking_id),
  constraint of_the_release_after_of_booking foreign key (centre_id, booking_id)
    references changlai.booking (centre_id, booking_id) on delete cascade
);
create function changlai.note_booking() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into changlai.of_the_release_after values (new.centre_id, new.booking_id);
  return null;
end
$$;
create trigger booking_noted after insert on changlai.booking
  for each row execute function changlai.note_booking()`
