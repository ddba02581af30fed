import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import type { Facility } from '@/domain/stations/facility'
import { mayReportAgain } from '@/domain/stations/report-limits'
import type { ReportKind } from '@/domain/stations/station'
import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import type { Dependencies, Intent, Outcome } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered, recordValue } from '@/cloud/store/queries/answered-requests'
import { judge } from '@/cloud/store/queries/stations/judge'
import { type LockedStation, lockPerson, lockStation } from '@/cloud/store/queries/stations/lock'
import {
  addReport,
  latestReportsOf,
  renewReport,
  saidJustNow,
} from '@/cloud/store/queries/stations/words'
import { standingOf } from './standing'

/** How somebody found a station. */
export interface Tale {
  stationId: string
  kind: ReportKind
  facility: Facility | null
  note: string | null
}

/** Writes a person's word down, judges the station by it and answers, in one transaction. */
export async function tell(
  { store, clock }: Dependencies,
  intent: Intent,
  tale: Tale,
): Promise<Outcome<'stations.report'>> {
  const now = clock.now()
  try {
    return await inTransaction(store.pool, (client) => tellIn(client, intent, tale, now))
  } catch (error) {
    // Another command of this person took the requestId in the same moment: nothing was changed.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}

async function tellIn(
  client: PoolClient,
  intent: Intent,
  { stationId, kind, facility, note }: Tale,
  now: Date,
): Promise<Outcome<'stations.report'>> {
  const { personId } = intent
  await lockPerson(client, personId)
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const station = await lockStation(client, stationId)
  if (!station) return { refusal: { code: 'NOT_FOUND', facts: { what: 'station' } } }
  if (facility !== null && !(facility in station.facilities)) {
    return { refusal: { code: 'NO_SUCH_FACILITY', facts: { facility } } }
  }
  // Which thing it was says nothing more of a place that is locked or has moved.
  const about = kind === 'broken' || kind === 'fine' ? facility : null
  const report = { personId, kind, facility: about, note }
  if (await saidJustNow(client, station, report, now)) {
    return answered(client, intent, station, now)
  }
  if (!(await renewReport(client, station, report, now))) {
    const until = mayReportAgain(await latestReportsOf(client, personId), now.getTime())
    if (until !== null) return { refusal: tooManyUntil(until) }
    const reportId = centreKey(station.centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
    await addReport(client, station, { ...report, reportId }, now)
  }
  return answered(client, intent, await judge(client, station, now), now)
}

/** Writes the answer down beside what it tells of. */
async function answered(
  client: PoolClient,
  intent: Intent,
  station: LockedStation,
  now: Date,
): Promise<Outcome<'stations.report'>> {
  const { stationId } = station
  const reportedAt = toInstantText(now.getTime())
  const value = { stationId, reportedAt, ...standingOf(station, now.getTime()) }
  await recordValue(client, intent, value, now)
  return { value }
}

/** The wire knows whole seconds: the first one at which it is allowed. */
function tooManyUntil(instant: number) {
  const until = toInstantText(Math.ceil(instant / 1000) * 1000)
  return { code: 'TOO_MANY_REPORTS', facts: { until } } as const
}
