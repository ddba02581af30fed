import type { PoolClient } from 'pg'
import { FACILITIES, type Facilities } from '@/domain/stations/facility'
import { type Matter, mattersOf } from '@/domain/stations/matters'
import { CONFIRMATIONS_MS, type Trust, trustOf } from '@/domain/stations/trust'
import type { LockedStation } from './lock'
import { nextVersion } from './next-version'
import { type OpenTask, joinTask, openTask, openTasksOf } from './open-tasks'
import { wordsOf } from './words'

/** A doubt that staff confirmed lasts until they answer again: the last instant that a day can name. */
const UNTIL_ANSWERED = Date.parse('2099-12-31T23:59:00+08:00')

/**
 * Judges the words about a station that the transaction holds: opens a task for what several people
 * say and none is open for, and writes down what has changed for everybody. Gives the station as it
 * is now. One person's word changes at most when it was last confirmed.
 */
export async function judge(
  client: PoolClient,
  station: LockedStation,
  now: Date,
): Promise<LockedStation> {
  const words = await wordsOf(client, station, now)
  const tasks = await openTasksOf(client, station)
  const trust = trustOf(words, now.getTime())
  for (const matter of mattersOf(words, trust, now.getTime())) {
    const has = matter.facility === null || matter.facility in station.facilities
    if (has && !tasks.some((task) => isAbout(task, matter))) {
      tasks.push(await openTask(client, station, matter, now))
    }
  }
  for (const task of tasks) await joinTask(client, station, task, now)
  const judged = withTrust(station, { trust, tasks, now })
  if (!isSame(station, judged)) await writeStanding(client, judged)
  return judged
}

function isAbout(task: OpenTask, { kind, facility }: Matter): boolean {
  return task.kind === kind && task.facility === facility
}

function withTrust(
  station: LockedStation,
  { trust, tasks, now }: { trust: Trust; tasks: OpenTask[]; now: Date },
): LockedStation {
  const locked = tasks.some(({ kind, promised }) => kind === 'closed' && promised)
  // Of a confirmation older than a week the words before it may be gone: what was counted stays.
  const since = Math.max(station.confirmedAt ?? 0, now.getTime() - CONFIRMATIONS_MS)
  const confirmed = trust.confirmedAt !== null && trust.confirmedAt >= since
  return {
    ...station,
    facilities: withDoubts(station.facilities, trust),
    ...(confirmed ? { confirmedAt: trust.confirmedAt, confirmedBy: trust.confirmedBy } : {}),
    ...(locked
      ? { doubtUntil: UNTIL_ANSWERED, doubtedBy: Math.max(trust.doubtedBy, station.doubtedBy) }
      : { doubtUntil: trust.doubtUntil, doubtedBy: trust.doubtedBy }),
  }
}

/** What staff know to be broken stays so, whatever is said. */
function withDoubts(facilities: Facilities, trust: Trust): Facilities {
  const judged: Facilities = {}
  for (const facility of FACILITIES) {
    const state = facilities[facility]
    if (state === undefined) continue
    const doubted = trust.facilities.includes(facility)
    judged[facility] = state === 'broken' ? state : doubted ? 'doubted' : 'working'
  }
  return judged
}

function isSame(a: LockedStation, b: LockedStation): boolean {
  return (
    a.confirmedAt === b.confirmedAt &&
    a.confirmedBy === b.confirmedBy &&
    a.doubtUntil === b.doubtUntil &&
    a.doubtedBy === b.doubtedBy &&
    FACILITIES.every((facility) => a.facilities[facility] === b.facilities[facility])
  )
}

/** Writes down what has changed of a station for everybody, with the next number of its list. */
export async function writeStanding(client: PoolClient, station: LockedStation): Promise<void> {
  const { centreId, stationId, facilities, confirmedAt, confirmedBy } = station
  const { doubtUntil, doubtedBy } = station
  await client.query({
    name: 'stations.write-judgement',
    text: WRITE,
    values: [
      ...[centreId, stationId, JSON.stringify(facilities)],
      ...[confirmedAt === null ? null : new Date(confirmedAt), confirmedBy],
      ...[doubtUntil === null ? null : new Date(doubtUntil), doubtedBy],
      await nextVersion(client, centreId),
    ],
  })
}

const WRITE = `
update changlai.station
set facilities = $3::jsonb, confirmed_at = $4::timestamptz, confirmed_by = $5::integer,
  doubt_until = $6::timestamptz, doubted_by = $7::integer, version = $8::bigint
where centre_id = $1 and station_id = $2`
