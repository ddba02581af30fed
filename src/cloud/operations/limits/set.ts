import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Outcome, Refusal } from '@/cloud/handler'
import {
  type LimitableActivity,
  keepForResidents,
  limitActivity,
  limitCentre,
  lockActivity,
} from '@/cloud/store/queries/limits/write'
import { commandInTransaction } from '../command-in-transaction'
import { instantOrNull } from '../instant-or-null'

type Wish = ParsedInput<'limits.set'>
type SetRefusal = Refusal<'limits.set'>

const OF_ACTIVITY = ['seatsPerTerm', 'parallelGroup', 'residentsFirstUntil'] as const
const NO_CENTRE = { code: 'NOT_FOUND', facts: { what: 'centre' } } as const
const NO_ACTIVITY = { code: 'NOT_FOUND', facts: { what: 'activity' } } as const

/** For staff: sets limits of a centre or of one of its activities. */
export const setLimits: Handler<'limits.set'> = async ({ input, intent, dependencies }) => {
  const until = input.residentsFirstUntil ?? null
  const instant = until === null ? null : instantOrNull(until)
  if (until !== null && instant === null) {
    return { invalid: { path: 'residentsFirstUntil', reason: 'INSTANT' } }
  }
  const refusal = misplaced(input)
  if (refusal) return { refusal }
  return commandInTransaction(dependencies, intent, (client, now) =>
    input.activityId === undefined
      ? ofCentre(client, input)
      : ofActivity(client, { ...input, activityId: input.activityId, instant }, now),
  )
}

/** The first field that is not of what is to be limited, or that there is none at all. */
function misplaced(input: Wish): SetRefusal | null {
  const ofActivity = OF_ACTIVITY.filter((field) => input[field] !== undefined)
  const ofCentre = input.coursesPerTerm !== undefined
  const wrong = input.activityId === undefined ? ofActivity[0] : ofCentre && 'coursesPerTerm'
  if (wrong) return { code: 'MISPLACED', facts: { field: wrong } }
  if (!ofCentre && ofActivity.length === 0) return { code: 'NOTHING_SET', facts: {} }
  return null
}

async function ofCentre(
  client: PoolClient,
  { centreId, coursesPerTerm }: Wish,
): Promise<Outcome<'limits.set'>> {
  const known = await limitCentre(client, centreId, coursesPerTerm ?? null)
  return known ? { value: { centreId, activityId: null, pools: 0 } } : { refusal: NO_CENTRE }
}

async function ofActivity(
  client: PoolClient,
  wish: Wish & { activityId: string; instant: number | null },
  now: Date,
): Promise<Outcome<'limits.set'>> {
  const { centreId, activityId, residentsFirstUntil, instant } = wish
  const activity = await lockActivity(client, centreId, activityId, now)
  if (!activity) return { refusal: NO_ACTIVITY }
  if (!activity.booked) return { refusal: { code: 'NOT_LIMITED', facts: { field: 'activityId' } } }
  const dated = residentsFirstUntil !== undefined
  const refusal = dated ? whyNotUntil(activity, instant, now.getTime()) : null
  if (refusal) return { refusal }
  await limitActivity(client, centreId, activityId, wish)
  const until = instant === null ? null : new Date(instant)
  const pools = dated ? await keepForResidents(client, centreId, activityId, { until, now }) : 0
  return { value: { centreId, activityId, pools } }
}

/** Why the pools of an activity cannot be kept for residents until an instant; null takes that away. */
function whyNotUntil(
  { pools, opensAt }: LimitableActivity,
  until: number | null,
  now: number,
): SetRefusal | null {
  const field = 'residentsFirstUntil' as const
  if (until === null) return null
  if (until <= now) return { code: 'IN_THE_PAST', facts: { field } }
  if (pools === 0) return { code: 'ALL_CLOSED', facts: { field } }
  if (until > opensAt!) return null
  return { code: 'BEFORE_OPENING', facts: { field, opensAt: toInstantText(opensAt!) } }
}
