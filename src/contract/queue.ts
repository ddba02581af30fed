import * as v from 'valibot'
import { QUEUE_MARKS, QUEUE_STATES } from '@/domain/queue/number-state'
import { CentreKey, Cursor, Instant, NextPage, QueueNumber, QueueState } from './fields'
import { command, query } from './operation'

const noPool = v.object({ what: v.literal('pool') })

const onTheDay = {
  /** Numbers are called on the day of the clinic alone. */
  NOT_TODAY: v.object({ startsAt: Instant }),
  NOT_FOUND: noPool,
}

/** How a queue stands. */
const standing = {
  /** The number called last; null before the first. */
  called: v.nullable(QueueNumber),
  /** The number that is called next; null when nobody waits. */
  nextUp: v.nullable(QueueNumber),
  waiting: v.number(),
}

/**
 * How the queue of a numbered pool stands, for anybody; one's own numbers and those of one's family
 * for whoever is signed in. Ask again after `pollAfterMs`, which is longer the further off one is.
 */
export const now = query(
  v.strictObject({ poolId: CentreKey }),
  v.object({
    ...standing,
    /** `ahead` is how many are called before it; 0 for one that does not wait. */
    mine: v.array(v.object({ number: QueueNumber, ahead: v.number(), state: QueueState })),
    pollAfterMs: v.number(),
  }),
  { NOT_FOUND: noPool },
)

/** For the doctor and staff: the numbers of a pool in their order; pages of 50. */
export const list = query(
  v.strictObject({ poolId: CentreKey, after: v.optional(Cursor) }),
  v.object({
    ...standing,
    numbers: v.array(
      v.object({
        number: QueueNumber,
        /** `cancelled`: the seat was given back; the number is not given again. */
        state: v.picklist([...QUEUE_STATES, 'cancelled']),
        /** The first character of a name; null where none is known. */
        initial: v.nullable(v.string()),
      }),
    ),
    after: NextPage,
  }),
  { NOT_FOUND: noPool },
)

/** Calls the next number that waits, or the given one, whatever its state. */
export const call = command(
  v.strictObject({ poolId: CentreKey, number: v.optional(QueueNumber) }),
  v.object({ number: QueueNumber, ...standing }),
  {
    NOBODY_WAITING: v.object({}),
    NO_SUCH_NUMBER: v.object({ number: QueueNumber }),
    ...onTheDay,
  },
)

/** Says of a number that it was seen, was absent when called, or waits again. */
export const mark = command(
  v.strictObject({ poolId: CentreKey, number: QueueNumber, state: v.picklist(QUEUE_MARKS) }),
  v.object({ number: QueueNumber, state: QueueState, ...standing }),
  { NO_SUCH_NUMBER: v.object({ number: QueueNumber }), ...onTheDay },
)
