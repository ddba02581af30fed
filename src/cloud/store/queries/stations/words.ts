import type { PoolClient } from 'pg'
import type { Facility } from '@/domain/stations/facility'
import { REPORTS_THAT_COUNT } from '@/domain/stations/report-limits'
import type { ReportKind } from '@/domain/stations/station'
import { CONFIRMATIONS_MS, FACILITY_WORD_MS, type Word } from '@/domain/stations/trust'
import { HOUR, MINUTE } from '@/domain/time/instant'
import type { LockedStation } from './lock'

/** What somebody says of a station. */
export interface Report {
  personId: string
  kind: ReportKind
  facility: Facility | null
  note: string | null
}

/** Saying the same again within this time renews what was said. */
const RENEWED_WITHIN_MS = HOUR
/** Saying the same again within this time is a tap too many. */
const JUST_NOW_MS = 5 * MINUTE

/** The words of a station that still count at `now`: none that staff have answered for good. */
export async function wordsOf(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  now: Date,
): Promise<Word[]> {
  // A week of words, and for confirmations the week before the first of them.
  const since = new Date(now.getTime() - FACILITY_WORD_MS - CONFIRMATIONS_MS)
  const { rows } = await client.query<Word>({
    name: 'stations.words',
    text: WORDS,
    values: [centreId, stationId, since],
  })
  return rows
}

/**
 * Whether the last thing that a person said of a station is the same, a few minutes ago and with
 * nothing to add: saying it again tells nobody anything, and must not send every phone a change.
 */
export async function saidJustNow(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  { personId, kind, facility, note }: Report,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - JUST_NOW_MS)
  const { rows } = await client.query<{ same: boolean }>({
    name: 'stations.said-just-now',
    text: LAST_WORD,
    values: [centreId, stationId, personId, kind, facility, since],
  })
  return note === null && (rows[0]?.same ?? false)
}

/** Says the same as a person said within the hour once more; gives whether there was such a word. */
export async function renewReport(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  { personId, kind, facility, note }: Report,
  now: Date,
): Promise<boolean> {
  const since = new Date(now.getTime() - RENEWED_WITHIN_MS)
  const { rowCount } = await client.query({
    name: 'stations.renew-report',
    text: RENEW,
    values: [centreId, stationId, personId, kind, facility, note, now, since],
  })
  return (rowCount ?? 0) > 0
}

/** Writes a word down. */
export async function addReport(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  { reportId, personId, kind, facility, note }: Report & { reportId: string },
  now: Date,
): Promise<void> {
  await client.query({
    name: 'stations.add-report',
    text: ADD,
    values: [centreId, reportId, stationId, personId, kind, facility, note, now],
  })
}

/** When a person last reported anything anywhere, newest first; as many as their limits ask for. */
export async function latestReportsOf(client: PoolClient, personId: string): Promise<number[]> {
  const { rows } = await client.query<{ at: number }>({
    name: 'stations.latest-reports-of',
    text: LATEST,
    values: [personId, REPORTS_THAT_COUNT],
  })
  return rows.map(({ at }) => at)
}

const WORDS = `
select r.person_id as "personId", r.kind, r.facility, r.reported_at as at
from changlai.station_report r
left join changlai.station_task t on t.centre_id = r.centre_id and t.task_id = r.task_id
where r.centre_id = $1 and r.station_id = $2 and r.reported_at > $3::timestamptz
  and (t.settlement is null or t.settlement = 'will-take-time')`

const LAST_WORD = `
select r.kind = $4 and r.facility is not distinct from $5
  and (t.settlement is null or t.settlement = 'will-take-time') as same
from changlai.station_report r
left join changlai.station_task t on t.centre_id = r.centre_id and t.task_id = r.task_id
where r.centre_id = $1 and r.station_id = $2 and r.person_id = $3
  and r.reported_at > $6::timestamptz
order by r.reported_at desc, r.report_id
limit 1`

const RENEW = `
update changlai.station_report r
set reported_at = $7::timestamptz, note = coalesce($6, r.note)
where r.centre_id = $1 and r.station_id = $2 and r.person_id = $3 and r.kind = $4
  and r.facility is not distinct from $5 and r.reported_at > $8::timestamptz
  and not exists (
    select from changlai.station_task t
    where t.centre_id = r.centre_id and t.task_id = r.task_id
      and t.settlement <> 'will-take-time')`

const ADD = `
insert into changlai.station_report
  (centre_id, report_id, station_id, person_id, kind, facility, note, reported_at)
values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`

const LATEST = `
select reported_at as at
from changlai.station_report
where person_id = $1
order by reported_at desc, report_id
limit $2`
