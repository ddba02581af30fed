import { type Kysely, sql } from 'kysely'

/** What stations look like, so that somebody finds the door. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const TABLES = `
alter table changlai.station
  add column photo_width integer,
  add column photo_height integer,
  add constraint station_photo_shape check (
    (photo is null) = (photo_width is null) and (photo is null) = (photo_height is null)
    and photo_width between 1 and 1280 and photo_height between 1 and 1280
  );

create table changlai.station_photo (
  centre_id text not null,
  photo_id text not null,
  station_id changlai.centre_key not null,
  jpeg bytea not null,
  hung_at timestamptz not null,
  constraint station_photo_pkey primary key (centre_id, photo_id),
  constraint station_photo_of_station foreign key (centre_id, station_id)
    references changlai.station (centre_id, station_id),
  constraint station_photo_once unique (centre_id, station_id),
  constraint station_photo_id check (photo_id ~ '^p-[a-z2-7]{26}$'),
  constraint station_photo_bytes check (length(jpeg) between 1 and 187500)
);
comment on table changlai.station_photo is
  'The picture of a station, drawn anew without metadata; station.photo names it. One that is '
  'replaced is deleted and its name never used again, so that whoever has a picture may keep it for '
  'ever. In base64 it is at most 250,000 characters.';
`
