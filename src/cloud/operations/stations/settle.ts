import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import type { Facilities } from '@/domain/stations/facility'
import { toInstantText } from '@/domain/time/instant'
import { violatedUnique } from '@/cloud/database-errors'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { isAnswered, recordValue } from '@/cloud/store/queries/answered-requests'
import { judge, writeStanding } from '@/cloud/store/queries/stations/judge'
import { type LockedStation, lockStation } from '@/cloud/store/queries/stations/lock'
import {
  type Task,
  answerTask,
  takeOffTheList,
  taskOf,
} from '@/cloud/store/queries/stations/settle'
import { standingOf } from './standing'

/** For staff: answers a task; everybody who reported it reads the answer. */
export const settleStationTask: Handler<'stations.settle'> = async (call) => {
  const { store, clock } = call.dependencies
  const now = clock.now()
  try {
    return await inTransaction(store.pool, (client) =>
      settleIn(client, call.intent, call.input, now),
    )
  } catch (error) {
    // Another command of this person took the requestId in the same moment: nothing was changed.
    if (violatedUnique(error) === 'answered_request_once') return { answeredBefore: true }
    throw error
  }
}

const NO_TASK = { refusal: { code: 'NOT_FOUND', facts: { what: 'task' } } } as const

async function settleIn(
  client: PoolClient,
  intent: Intent,
  input: ParsedInput<'stations.settle'>,
  now: Date,
): Promise<Outcome<'stations.settle'>> {
  const { taskId, settlement } = input
  const line = input.line ?? null
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const known = await taskOf(client, taskId)
  if (!known) return NO_TASK
  const station = await lockStation(client, known.stationId)
  // Sent twice at once, the second one waited for the first at the station.
  if (await isAnswered(client, intent)) return { answeredBefore: true }
  const task = (await taskOf(client, taskId))!
  if (task.settledAt !== null && task.settlement !== 'will-take-time') {
    const at = toInstantText(task.settledAt)
    return { refusal: { code: 'ALREADY_SETTLED', facts: { at } } }
  }
  if (!station) return NO_TASK
  await answerTask(client, task, { settlement, line }, now)
  const settled = await withEffect(client, station, task, { settlement, line, now })
  const settledAt = toInstantText(now.getTime())
  const value = { taskId, settledAt, ...standingOf(settled, now.getTime()) }
  await recordValue(client, intent, value, now)
  return { value }
}

async function withEffect(
  client: PoolClient,
  station: LockedStation,
  { facility }: Task,
  answer: {
    settlement: ParsedInput<'stations.settle'>['settlement']
    line: string | null
    now: Date
  },
): Promise<LockedStation> {
  const { settlement, line, now } = answer
  if (settlement === 'gone') {
    await takeOffTheList(client, station, line, now)
    return station
  }
  if (facility === null || !(facility in station.facilities)) return judge(client, station, now)
  const state = settlement === 'will-take-time' ? 'broken' : 'working'
  const facilities: Facilities = { ...station.facilities, [facility]: state }
  const looked = { ...station, facilities }
  if (station.facilities[facility] !== state) await writeStanding(client, looked)
  return judge(client, looked, now)
}
