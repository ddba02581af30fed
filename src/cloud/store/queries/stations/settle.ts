import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Matter } from '@/domain/stations/matters'
import type { Settlement } from '@/domain/stations/station'
import type { LockedStation } from './lock'
import { nextVersion } from './next-version'

/** A task as staff find it. */
export interface Task extends Matter {
  taskId: string
  stationId: string
  settlement: Settlement | null
  settledAt: number | null
}

/** How staff answer. */
export interface SettlementGiven {
  settlement: Settlement
  line: string | null
}

/** A task of a centre, settled or not; null for none. Read it again once its station is held. */
export async function taskOf(client: PoolClient, taskId: string): Promise<Task | null> {
  const { rows } = await client.query<Task>({
    name: 'stations.task',
    text: TASK,
    values: [centreOf(taskId), taskId],
  })
  return rows[0] ?? null
}

/** Writes staff's answer to a task down. */
export async function answerTask(
  client: PoolClient,
  { taskId }: Task,
  { settlement, line }: SettlementGiven,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'stations.answer-task',
    text: ANSWER,
    values: [centreOf(taskId), taskId, settlement, line, now],
  })
}

/** Takes a station off the list; everything else that waited for an answer gets the same one. */
export async function takeOffTheList(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  line: string | null,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'stations.answer-the-rest',
    text: ANSWER_THE_REST,
    values: [centreId, stationId, line, now],
  })
  await client.query({
    name: 'stations.remove',
    text: REMOVE,
    values: [centreId, stationId, now, await nextVersion(client, centreId)],
  })
}

const TASK = `
select task_id as "taskId", station_id as "stationId", kind, facility, settlement,
  settled_at as "settledAt"
from changlai.station_task
where centre_id = $1 and task_id = $2`

const ANSWER = `
update changlai.station_task
set settlement = $3, line = $4, settled_at = $5::timestamptz
where centre_id = $1 and task_id = $2`

const ANSWER_THE_REST = `
update changlai.station_task
set settlement = 'gone', line = $3, settled_at = $4::timestamptz
where centre_id = $1 and station_id = $2
  and (settlement is null or settlement = 'will-take-time')`

const REMOVE = `
update changlai.station
set removed_at = $3::timestamptz, version = $4::bigint
where centre_id = $1 and station_id = $2`
