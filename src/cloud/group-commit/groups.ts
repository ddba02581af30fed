import { departedOf } from '../departed'
import type { Log } from '../log'
import type { Store } from '../store'
import { type KeptAnswer, type Settling, settleAnswers } from '../store/queries/answered-requests'
import { type NamedPerson, personsOfIdentities } from '../store/queries/people'
import { peopleOfPools } from '../store/queries/seats/freed'
import {
  NOT_NOW,
  type SeatQuestion,
  type SeatWish,
  type SoldOut,
  type Taken,
  takeSeats,
} from '../store/queries/seats/take'
import { type WhyNot, whyNoSeats } from '../store/queries/seats/why-not-taken'
import type { Groups } from './asked-together'
import { Door } from './door'
import { AGAIN, Gather, type GatherOptions } from './gather'
import { listenToHosts } from './listen'
import { type Mark, type NoSeats, SoldOutPools } from './sold-out'

const LIMITS: GatherOptions = {
  /** Enough that nothing is gained by more, and few enough that a group comes back soon. */
  most: 500,
  /** What a host answers in a few seconds: who comes when more wait is asked to come back. */
  waiting: 20_000,
}

/** Groups for one host on one store (decision 0039). */
export async function createGroups(
  store: Store,
  log: Log,
  limits: GatherOptions = LIMITS,
): Promise<Groups> {
  const { pool } = store
  const soldOut = new SoldOutPools()
  const learn = learning(store, soldOut, log)
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
  const settling = new Gather<Settling, KeptAnswer | null>(
    (answers) => settleAnswers(pool, answers),
    null,
    limits,
  )
  const naming = new Gather<NamedPerson, string | null>(
    (identities) => personsOfIdentities(pool, identities),
    null,
    limits,
  )
  const ears = await listenToHosts(pool, soldOut, departedOf(store), log)
  return {
    takeSeat: (wish) => taking.ask(wish),
    whyNoSeat: async (question) => (await asking.ask(question))!,
    settleAnswer: async (answer) => (await settling.ask(answer))!,
    personOfIdentity: async (identity) => (await naming.ask(identity))!,
    soldOut,
    door: new Door(soldOut),
    end: () => ears.end(),
  }
}

/** What is remembered of a full pool says less than what was found. */
type Decided = Exclude<Taken, typeof NOT_NOW> | { soldOut: NoSeats }
type Learnt = Map<string, SoldOut>
type Learn = (learnt: Learnt, mark: Mark) => void

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

/**
 * Remembers full pools once it is known who sits in them. Nobody waits for it, and it is asked once at
 * a time: what is not learnt meanwhile is learnt with a later question.
 */
function learning({ pool }: Store, soldOut: SoldOutPools, log: Log): Learn {
  let underWay = false
  return (learnt, mark) => {
    if (underWay || !soldOut.hears) return
    underWay = true
    peopleOfPools(pool, [...learnt.keys()])
      .then((people) => {
        for (const [poolId, known] of learnt) {
          soldOut.remember(poolId, known, people.get(poolId)!, mark)
        }
      })
      .catch((error: unknown) => log.warn({ err: error }, 'full pools were not remembered'))
      .finally(() => (underWay = false))
  }
}
