import type { Pool } from 'pg'
import { departedOf } from '../departed'
import type { Log } from '../log'
import type { Store } from '../store'
import { type KeptAnswer, type Settling, settleAnswers } from '../store/queries/answered-requests'
import { type FoundPerson, noteVisits } from '../store/queries/away/visits'
import { type NamedPerson, personsOfIdentities } from '../store/queries/people'
import {
  NOT_NOW,
  type SeatQuestion,
  type SeatWish,
  type Taken,
  takeSeats,
} from '../store/queries/seats/take'
import { type WhyNot, whyNoSeats } from '../store/queries/seats/why-not-taken'
import { type Joined, joinList, joinLists } from '../store/queries/waitlist/join'
import type { Groups } from './asked-together'
import { Door } from './door'
import { AGAIN, Gather, type GatherOptions } from './gather'
import { type Learn, type Learnt, askingAnew, learning } from './learn'
import { listenToHosts } from './listen'
import { type NoSeats, SoldOutPools } from './sold-out'

const LIMITS: GatherOptions = {
  /** Enough that nothing is gained by more, and few enough that a group comes back soon. */
  most: 500,
  /** What a host answers in a few seconds: who comes when more wait is asked to come back. */
  waiting: 20_000,
}

/** A group holds the pools of all its wishes from its third round trip to its end: fewer, for less long. */
const MOST_JOINING = 200

/** Groups for one host on one store (decision 0039). */
export async function createGroups(
  store: Store,
  log: Log,
  limits: GatherOptions = LIMITS,
): Promise<Groups> {
  const { pool } = store
  const soldOut = new SoldOutPools()
  const learn = learning(pool, soldOut, log)
  soldOut.whenStale = askingAnew(pool, soldOut, log)
  const taking = new Gather<SeatWish, Decided>(
    (wishes) => takeAndLearn(store, soldOut, learn, wishes),
    null,
    limits,
    // Its pool was found full while it waited for the group before.
    ({ intent, poolId, now, toldUnwritten }) => {
      const noSeats = toldUnwritten && soldOut.noSeatsFor(intent.personId, { poolId, now })
      return noSeats ? { soldOut: noSeats } : null
    },
  )
  const asking = new Gather<SeatQuestion, WhyNot | null>(
    (questions) => whyNoSeats(pool, questions),
    null,
    limits,
  )
  const joining = new Gather<SeatQuestion, Joined | null>(
    (wishes) => joinTogether(pool, wishes),
    null,
    { ...limits, most: Math.min(limits.most, MOST_JOINING) },
  )
  const settling = new Gather<Settling, KeptAnswer | null>(
    (answers) => settleAnswers(pool, answers),
    null,
    limits,
  )
  const naming = new Gather<NamedPerson, FoundPerson | null>(
    (identities) => personsOfIdentities(pool, identities),
    null,
    limits,
  )
  const noting = new Gather<string, true>(
    async (personIds) => {
      await noteVisits(pool, personIds)
      return personIds.map(() => true)
    },
    true,
    limits,
  )
  const ears = await listenToHosts(pool, soldOut, departedOf(store), log)
  return {
    takeSeat: (wish) => taking.ask(wish),
    whyNoSeat: async (question) => (await asking.ask(question))!,
    joinList: (wish) => joining.ask(wish),
    settleAnswer: async (answer) => (await settling.ask(answer))!,
    personOfIdentity: async (identity) => (await naming.ask(identity))!,
    noteVisit: async (personId) => void (await noting.ask(personId)),
    soldOut,
    door: new Door(soldOut),
    end: () => ears.end(),
  }
}

async function joinTogether(
  pool: Pool,
  wishes: readonly SeatQuestion[],
): Promise<(Joined | typeof AGAIN)[]> {
  const [first, ...others] = wishes
  if (first && others.length === 0) return [await joinList(pool, first)]
  const joined = await joinLists(pool, wishes)
  return joined.map((one) => (one === NOT_NOW ? AGAIN : one))
}

/** What is remembered of a full pool says less than what was found. */
type Decided = Exclude<Taken, typeof NOT_NOW> | { soldOut: NoSeats }

/** Takes seats, and has it learnt for which pools nobody else need ask. */
async function takeAndLearn(
  { pool }: Store,
  soldOut: SoldOutPools,
  learn: Learn,
  wishes: readonly SeatWish[],
): Promise<(Exclude<Taken, typeof NOT_NOW> | typeof AGAIN)[]> {
  const mark = soldOut.mark()
  const results = await takeSeats(pool, wishes)
  const learnt: Learnt = new Map()
  for (const [index, result] of results.entries()) {
    if (result === NOT_NOW || result === null || !('soldOut' in result)) continue
    learnt.set(wishes[index]!.poolId, result.soldOut)
  }
  if (learnt.size > 0) learn(learnt, mark)
  return results.map((result) => (result === NOT_NOW ? AGAIN : result))
}
