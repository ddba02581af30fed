import { randomBytes } from 'node:crypto'
import type { PoolClient } from 'pg'
import { LOCAL_KEY_BYTES, centreKey, localKey } from '@/domain/access/key'
import type { Matter } from '@/domain/stations/matters'
import { FACILITY_WORD_MS, PLACE_WORD_MS } from '@/domain/stations/trust'
import type { LockedStation } from './lock'

/** A task that has no last answer yet; `promised` when staff said that it will take time. */
export interface OpenTask extends Matter {
  taskId: string
  promised: boolean
}

/** The open tasks of a station. */
export async function openTasksOf(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
): Promise<OpenTask[]> {
  const { rows } = await client.query<OpenTask>({
    name: 'stations.open-tasks',
    text: OPEN_TASKS,
    values: [centreId, stationId],
  })
  return rows
}

/** Opens a task for a matter that has none open. */
export async function openTask(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  { kind, facility }: Matter,
  now: Date,
): Promise<OpenTask> {
  const taskId = centreKey(centreId, localKey(randomBytes(LOCAL_KEY_BYTES)))
  await client.query({
    name: 'stations.open-task',
    text: OPEN_TASK,
    values: [centreId, taskId, stationId, kind, facility, now],
  })
  return { taskId, kind, facility, promised: false }
}

/** Puts the words that count about a task's matter under it, so that their authors hear the answer. */
export async function joinTask(
  client: PoolClient,
  { centreId, stationId }: LockedStation,
  { taskId, kind, facility }: OpenTask,
  now: Date,
): Promise<void> {
  const counted = kind === 'closed' ? PLACE_WORD_MS : FACILITY_WORD_MS
  const since = new Date(now.getTime() - counted)
  await client.query({
    name: 'stations.join-task',
    text: JOIN_TASK,
    values: [centreId, stationId, taskId, kind, facility, since],
  })
}

const OPEN_TASKS = `
select task_id as "taskId", kind, facility, settlement is not null as promised
from changlai.station_task
where centre_id = $1 and station_id = $2
  and (settlement is null or settlement = 'will-take-time')
order by task_id`

const OPEN_TASK = `
insert into changlai.station_task (centre_id, task_id, station_id, kind, facility, opened_at)
values ($1, $2, $3, $4, $5, $6::timestamptz)`

const JOIN_TASK = `
update changlai.station_report
set task_id = $3
where centre_id = $1 and station_id = $2 and kind = $4 and facility is not distinct from $5
  and reported_at > $6::timestamptz and task_id is null`
