import type { PoolClient } from 'pg'
import { publicNumber } from '@/domain/ballot/public-number'
import { toInstantText } from '@/domain/time/instant'
import type { Handler, Intent, Outcome, Refusal } from '@/cloud/handler'
import { drawAtOnce } from '@/cloud/jobs/hold-ballots'
import { type LockedBallot, lockBallot } from '@/cloud/store/queries/ballot/lock'
import { confirmNumber, enterNumber, numberOfAnother } from '@/cloud/store/queries/ballot/numbers'
import { commandInTransaction } from '../command-in-transaction'

/** For staff: enters the public number; the second who enters the same confirms it and it is drawn. */
export const publishBallotNumber: Handler<'ballot.publishNumber'> = async (call) => {
  const { input, intent, dependencies } = call
  const { ballotId } = input
  const number = publicNumber(input.number)
  if (number === null) return { invalid: { path: 'number', reason: 'PUBLIC_NUMBER' } }
  const outcome = await commandInTransaction<'ballot.publishNumber'>(
    dependencies,
    intent,
    (client, now) => publishIn(client, intent, { ballotId, number }, now),
  )
  if ('value' in outcome && outcome.value.confirmed) await drawAtOnce(dependencies, ballotId)
  return outcome
}

async function publishIn(
  client: PoolClient,
  { personId }: Intent,
  { ballotId, number }: { ballotId: string; number: string },
  now: Date,
): Promise<Outcome<'ballot.publishNumber'>> {
  const ballot = await lockBallot(client, ballotId)
  if (!ballot) return { refusal: { code: 'NOT_FOUND', facts: { what: 'ballot' } } }
  const refusal = notNow(ballot, now.getTime())
  if (refusal) return { refusal }
  const other = await numberOfAnother(client, ballot, personId)
  if (other !== null && other !== number) {
    return { refusal: { code: 'NUMBERS_DIFFER', facts: { number, other } } }
  }
  await enterNumber(client, ballot, { personId, number }, now)
  if (other === number) await confirmNumber(client, ballot, number, now)
  return { value: { ballotId, number, confirmed: other === number } }
}

function notNow(
  { number, numberAt, closedAt, closesAt }: LockedBallot,
  now: number,
): Refusal<'ballot.publishNumber'> | null {
  if (number !== null) return { code: 'ALREADY_PUBLISHED', facts: { number } }
  if (now < numberAt) {
    return { code: 'NUMBER_TOO_EARLY', facts: { numberAt: toInstantText(numberAt) } }
  }
  if (closedAt !== null) return null
  return { code: 'NOT_CLOSED', facts: { closesAt: toInstantText(closesAt) } }
}
