import { type Kysely, sql } from 'kysely'

/**
 * Who has not been here for years (decision 0067). Whoever is here already was here in the month of this
 * step: what the tables know goes back two or three years, and says nothing of who only looks. The
 * default is the same for all rows, so that none is written anew, and it is what older hosts leave out.
 * The columns may be there: a test takes back the rest of this step under hosts that read them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(COLUMNS).execute(db)
}

const COLUMNS = `
alter table changlai.person_identity
  add column if not exists here_in date not null
    default (date_trunc('month', now() at time zone 'Asia/Shanghai')::date),
  add column if not exists look_on date,
  add column if not exists leaving boolean not null default false,
  add constraint person_identity_month check (extract(day from here_in) = 1),
  add constraint person_identity_leaving check (not leaving or look_on is not null);
comment on table changlai.person_identity is
  'How a platform names a person: its openid, or the persona of the local host. here_in: the first day of '
  'the month in which they were last here, no finer, written down at most once in a month. look_on: when '
  'the clock looks again at somebody who has not come for years, because something keeps their account, or '
  'because they are leaving: then they are erased on that day unless they come.';
create index person_identity_here_in on changlai.person_identity (here_in) where look_on is null;
create index person_identity_look_on on changlai.person_identity (leaving, look_on)
  where look_on is not null;
`
