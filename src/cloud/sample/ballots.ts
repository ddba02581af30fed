import { randomBytes } from 'node:crypto'
import type { Input, Output } from '@/contract'
import { fixedClock } from '@/cloud/clock'
import type { Call, Dependencies, Handler } from '@/cloud/handler'
import { closeBallots } from '@/cloud/jobs/hold-ballots'
import { announceBallot } from '@/cloud/operations/ballot/announce'
import { enterBallot } from '@/cloud/operations/ballot/enter'
import { publishBallotNumber } from '@/cloud/operations/ballot/publish-number'
import { acceptOfferedSeats } from '@/cloud/operations/waitlist/accept'
import { inputHash } from '@/cloud/requests'
import { offersOfBallot, poolsToAnnounce } from '@/cloud/store/queries/sample-waiting'
import { dateOf } from '@/domain/time/date'
import { DAY, HOUR, instantAt, toInstantText } from '@/domain/time/instant'
import type { Neighbours } from './bookings'

type Command = 'ballot.announce' | 'ballot.enter' | 'ballot.publishNumber' | 'waitlist.accept'

/** Where the numbers of the sample come from, and what that of the drawn ballot was: plainly invented. */
const SOURCE = '福彩双色球当期开奖号码（示例）'
const NUMBER = '03 09 14 20 27 31 + 05'
const NUMBER_AT = '22:00'
/** How many neighbours wanted what was drawn. */
const ENTERED = 36

/** What the sample says of an activity whose seats are drawn. */
export interface SampleBallot {
  activityIds: readonly string[]
  kind: 'open' | 'drawn'
}

/**
 * Announces a ballot of a centre. One that is drawn was entered by neighbours, closed, drawn and
 * confirmed at the hours before now, by the operations that residents and staff use.
 */
export async function seedBallot(
  dependencies: Dependencies,
  { activityIds, kind }: SampleBallot,
  { residents, staff }: Neighbours,
): Promise<void> {
  const { store, clock } = dependencies
  const pools = await poolsToAnnounce(store.db, activityIds)
  const [first] = pools
  if (!first) return
  const { centre_id: centreId, opens_at: opensAt, closes_at: closesAt } = first
  const now = clock.now().getTime()
  const numberAt = instantAt(dateOf(closesAt), NUMBER_AT)
  const poolIds = pools.map(({ pool_id }) => pool_id)
  const does = commandsAt(dependencies, centreId)
  const announced = { centreId, poolIds, numberSource: SOURCE, numberAt: toInstantText(numberAt) }
  const { ballotId } = (await does(
    ...(['ballot.announce', announceBallot, staff[0]!, Math.min(opensAt, now), announced] as const),
  ))!
  // A public holiday may have put the first lesson off, and with it all that comes before.
  if (kind === 'open' || numberAt + DAY > now) return
  const wish = { wishes: poolIds.map((poolId) => ({ poolId })), evenIfClashes: true }
  let entered = 0
  for (const personId of residents) {
    if (entered === ENTERED) break
    const at = opensAt + (entered + 1) * HOUR
    // Who has as many courses as one may does not enter.
    if (await does('ballot.enter', enterBallot, personId, at, wish)) entered += 1
  }
  await closeBallots({ ...dependencies, clock: fixedClock(closesAt) })
  for (const personId of staff.slice(0, 2)) {
    const number = { ballotId, number: NUMBER }
    await does('ballot.publishNumber', publishBallotNumber, personId, numberAt, number)
  }
  for (const { entryId, holderId } of await offersOfBallot(store.db, ballotId)) {
    const offer = { entryId, evenIfClashes: true }
    await does('waitlist.accept', acceptOfferedSeats, holderId, numberAt + 2 * HOUR, offer)
  }
}

/**
 * Does commands as people of the sample at hours of the past. Gives null for somebody who may have no
 * seat more this term; throws whatever else is no value.
 */
function commandsAt(dependencies: Dependencies, centreId: string) {
  return async function does<N extends Command>(
    operation: N,
    handle: Handler<N>,
    personId: string,
    at: number,
    input: Input<N>,
  ): Promise<Output<N> | null> {
    const requestId = `sample-${randomBytes(12).toString('hex')}`
    const intent = { personId, requestId, operation, inputHash: inputHash(input), centreId }
    const call = {
      ...{ input, intent, actor: { personId, roles: [] } },
      dependencies: { ...dependencies, clock: fixedClock(at) },
    } as unknown as Call<N>
    const outcome = await handle(call)
    if ('value' in outcome) return outcome.value
    if ('refusal' in outcome && outcome.refusal.code === 'NOT_ELIGIBLE') return null
    throw new Error(`${operation} of the sample: ${JSON.stringify(outcome)}`)
  }
}
