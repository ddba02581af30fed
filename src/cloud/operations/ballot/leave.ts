import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { ballotEntryOf, takeBallotEntryBack } from '@/cloud/store/queries/ballot/entries'
import { lockBallot } from '@/cloud/store/queries/ballot/lock'
import { commandInTransaction } from '../command-in-transaction'

/** Takes the entry of the person who asks in a ballot back, until it closes. */
export const leaveBallot: Handler<'ballot.leave'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { ballotId } = input
    const ballot = await lockBallot(client, ballotId)
    const number = ballot && (await ballotEntryOf(client, ballotId, intent.personId))
    if (!ballot || number === null)
      return { refusal: { code: 'NOT_FOUND', facts: { what: 'entry' } } }
    if (ballot.closedAt !== null || now.getTime() >= ballot.closesAt) {
      return { refusal: { code: 'CLOSED', facts: { closesAt: toInstantText(ballot.closesAt) } } }
    }
    await takeBallotEntryBack(client, ballotId, number, now)
    return { value: { ballotId, entryNumber: number } }
  })
