import { type Kysely, sql } from 'kysely'

/**
 * Rest stations, what people say of them, and what staff have to look after. `version` numbers the
 * changes of one centre's stations, so that a phone can ask for what changed since (decision 0012).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(TABLES).execute(db)
}

const FACILITIES =
  "'charging', 'water', 'microwave', 'air-conditioning', 'benches', 'toilet', 'first-aid', " +
  "'rain-gear', 'wifi', 'battery-swap'"

const TABLES = `
create table changlai.station_list (
  centre_id text not null,
  version bigint not null,
  constraint station_list_pkey primary key (centre_id),
  constraint station_list_of_centre foreign key (centre_id) references changlai.centre (centre_id),
  constraint station_list_version check (version > 0)
);
comment on table changlai.station_list is
  'The number of the latest change of a centre''s stations. Whoever changes a station takes the next '
  'one here and holds the row until commit, so that numbers become visible in their order.';

create table changlai.station (
  centre_id text not null,
  station_id changlai.centre_key not null,
  door_code text not null,
  name text not null,
  address text not null,
  entrance text,
  photo text,
  lat double precision not null,
  lng double precision not null,
  hours jsonb,
  facilities jsonb not null,
  run_by text not null,
  phone text,
  source_key text,
  confirmed_at timestamptz,
  confirmed_by integer not null default 0,
  doubt_until timestamptz,
  doubted_by integer not null default 0,
  version bigint not null,
  removed_at timestamptz,
  constraint station_pkey primary key (centre_id, station_id),
  constraint station_of_centre foreign key (centre_id) references changlai.centre (centre_id),
  constraint station_door_code_once unique (door_code),
  constraint station_source_once unique (centre_id, source_key),
  constraint station_id_of_centre check (starts_with(station_id, centre_id || '.')),
  constraint station_door_code check (door_code ~ '^[2-9A-HJKMNP-Z]{6}$'),
  constraint station_name check (length(name) between 1 and 40),
  constraint station_address check (length(address) <= 80),
  constraint station_entrance check (length(entrance) between 1 and 60),
  constraint station_photo check (length(photo) between 1 and 200),
  constraint station_lat check (lat between -90 and 90),
  constraint station_lng check (lng between -180 and 180),
  constraint station_hours check (jsonb_typeof(hours) = 'object'),
  constraint station_facilities check (jsonb_typeof(facilities) = 'object'),
  constraint station_run_by check (length(run_by) <= 40),
  constraint station_phone check (length(phone) between 1 and 20),
  constraint station_source_key check (length(source_key) between 1 and 200),
  constraint station_confirmed check (confirmed_by >= 0),
  constraint station_doubted check (doubted_by >= 0),
  constraint station_version check (version > 0)
);
comment on table changlai.station is
  'A place where couriers and riders may rest. Coordinates are GCJ-02 degrees. hours: '
  'domain/stations/station-hours, null where nobody wrote them down. facilities: what it has, each '
  'with its state. source_key: what an imported list knows it by. version: the number of its latest '
  'change (station_list). One that was removed stays, so that phones learn of it. door_code is '
  'unique over all centres, because a door''s mini-program code names nothing else.';
create index station_by_change on changlai.station (centre_id, version, station_id);

create table changlai.station_task (
  centre_id text not null,
  task_id changlai.centre_key not null,
  station_id changlai.centre_key not null,
  kind text not null,
  facility text,
  opened_at timestamptz not null,
  settled_at timestamptz,
  settlement text,
  line text,
  constraint station_task_pkey primary key (centre_id, task_id),
  constraint station_task_of_station foreign key (centre_id, station_id)
    references changlai.station (centre_id, station_id),
  constraint station_task_id_of_centre check (starts_with(task_id, centre_id || '.')),
  constraint station_task_kind check (kind in ('closed', 'broken', 'moved')),
  constraint station_task_facility check (facility in (${FACILITIES})),
  constraint station_task_which_facility check ((kind = 'broken') = (facility is not null)),
  constraint station_task_settlement
    check (settlement in ('fixed', 'fine-after-all', 'will-take-time', 'gone')),
  constraint station_task_settled check ((settled_at is null) = (settlement is null)),
  constraint station_task_line check (length(line) between 1 and 100)
);
comment on table changlai.station_task is
  'What several people reported and staff look after. It is open until it has an answer other than '
  'will-take-time, which says only that somebody is at it.';
create unique index station_task_once_open
  on changlai.station_task (centre_id, station_id, kind, coalesce(facility, ''))
  where settlement is null or settlement = 'will-take-time';
create index station_task_waiting on changlai.station_task (centre_id, opened_at, task_id)
  where settlement is null or settlement = 'will-take-time';
create index station_task_of_station on changlai.station_task (centre_id, station_id);

create table changlai.station_report (
  centre_id text not null,
  report_id changlai.centre_key not null,
  station_id changlai.centre_key not null,
  person_id uuid not null,
  kind text not null,
  facility text,
  note text,
  reported_at timestamptz not null,
  task_id changlai.centre_key,
  constraint station_report_pkey primary key (centre_id, report_id),
  constraint station_report_of_station foreign key (centre_id, station_id)
    references changlai.station (centre_id, station_id),
  constraint station_report_of_person foreign key (person_id)
    references changlai.person (person_id) on delete cascade,
  constraint station_report_of_task foreign key (centre_id, task_id)
    references changlai.station_task (centre_id, task_id),
  constraint station_report_id_of_centre check (starts_with(report_id, centre_id || '.')),
  constraint station_report_kind check (kind in ('closed', 'broken', 'moved', 'fine')),
  constraint station_report_facility check (facility in (${FACILITIES})),
  constraint station_report_which_facility
    check (case kind when 'broken' then facility is not null when 'fine' then true else facility is null end),
  constraint station_report_note check (length(note) between 1 and 100)
);
comment on table changlai.station_report is
  'How a person found a station. task_id: what it opened or joined, where staff answer it. Deleted '
  'with its note after 90 days, and with the person.';
create index station_report_of_station on changlai.station_report (centre_id, station_id, reported_at);
create index station_report_of_person on changlai.station_report (person_id, reported_at desc, report_id);
create index station_report_of_task on changlai.station_report (centre_id, task_id, reported_at)
  where task_id is not null;
create index station_report_by_age on changlai.station_report (reported_at);
`
