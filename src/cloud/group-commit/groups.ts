import type { Output } from '@/contract'
import type { Log } from '../log'
import type { Store } from '../store'
import { type KeptAnswer, type Settling, settleAnswers } from '../store/queries/answered-requests'
import { type NamedPerson, personsOfIdentities } from '../store/queries/people'
import { peopleOfPools } from '../store/queries/seats/freed'
import { NOT_NOW, type SeatQuestion, type SeatWish, takeSeats } from '../store/queries/seats/take'
import { type WhyNot, whyNoSeats } from '../store/queries/seats/why-not-taken'
import type { Groups } from './asked-together'
import { AGAIN, Gather, type GatherOptions } from './gather'
import { listenForSeats } from './listen'
import { SoldOutPools } from './sold-out'

const LIMITS: GatherOptions = {
  /** Enough that nothing is gained by more, and few enough that a group comes back soon. */
  most: 500,
  /** What a host answers in a few seconds: who comes when more wait is asked to come back. */
  waiting: 20_000,
}

/** Groups for one host on one store (decision 0039). */
export async function createGroups(store: Store, log: Log): Promise<Groups> {
  const { pool } = store
  const soldOut = new SoldOutPools()
  const taking = new Gather<SeatWish, Output<'seats.book'> | null>(
    async (wishes) =>
      (await takeSeats(pool, wishes)).map((result) => (result === NOT_NOW ? AGAIN : result)),
    null,
    LIMITS,
  )
  const learn = learning(store, soldOut, log)
  const asking = new Gather<SeatQuestion, WhyNot | null>(
    (questions) => whyNotAndLearn(store, soldOut, learn, questions),
    null,
    LIMITS,
  )
  const settling = new Gather<Settling, KeptAnswer | null>(
    (answers) => settleAnswers(pool, answers),
    null,
    LIMITS,
  )
  const naming = new Gather<NamedPerson, string | null>(
    (identities) => personsOfIdentities(pool, identities),
    null,
    LIMITS,
  )
  const ears = await listenForSeats(pool, soldOut, log)
  return {
    takeSeat: (wish) => taking.ask(wish),
    whyNoSeat: async (question) => (await asking.ask(question))!,
    settleAnswer: async (answer) => (await settling.ask(answer))!,
    personOfIdentity: async (identity) => (await naming.ask(identity))!,
    soldOut,
    end: () => ears.end(),
  }
}

type Learnt = Map<string, NonNullable<WhyNot['facts']['pool']>>
type Learn = (learnt: Learnt, mark: number) => void

/** Says what stood in the way, and has it learnt of which pools nobody else need ask it. */
async function whyNotAndLearn(
  { pool }: Store,
  soldOut: SoldOutPools,
  learn: Learn,
  questions: readonly SeatQuestion[],
): Promise<WhyNot[]> {
  const mark = soldOut.mark()
  const whys = await whyNoSeats(pool, questions)
  const learnt: Learnt = new Map()
  for (const [index, { facts }] of whys.entries()) {
    const { poolId, now } = questions[index]!
    if (facts.pool && soldOut.mayRemember(facts.pool, now.getTime())) learnt.set(poolId, facts.pool)
  }
  if (learnt.size > 0) learn(learnt, mark)
  return whys
}

/**
 * Remembers full pools once it is known who sits in them. Nobody waits for it, and it is asked once at
 * a time: what is not learnt meanwhile is learnt with a later question.
 */
function learning({ pool }: Store, soldOut: SoldOutPools, log: Log): Learn {
  let underWay = false
  return (learnt, mark) => {
    if (underWay) return
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
