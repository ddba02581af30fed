import type { Output } from '@/contract'
import { runDueJobs } from '../../src/cloud/jobs'
import { type Store, openStore } from '../../src/cloud/store'
import { draw } from '../../src/domain/ballot/draw'
import { readList } from '../../src/domain/ballot/entry-list'
import { DAY, HOUR, MINUTE, toInstantText } from '../../src/domain/time/instant'
import { aPool } from './builders/programme'
import { command } from './consultations'
import type { DemoHost } from './demo-host'
import { eventually } from './eventually'
import { ask } from './programme'
import { silentLog } from './silent-log'

const CENTRE = 'nongye'
const PLACES = ['上午班', '下午班', '周日班']

/** A ballot of the test's own. */
export interface ATestBallot {
  ballotId: string
  activityIds: string[]
  poolIds: string[]
}

/** Ballots beside the sample of a demo host, by the operations of staff; their hours can be brought near. */
export class TestBallots {
  private constructor(
    private readonly host: DemoHost,
    private readonly store: Store,
  ) {}

  /** Opens the database of a host beside it, as a second host does. */
  static async beside(host: DemoHost): Promise<TestBallots> {
    return new TestBallots(host, await openStore({ databaseUrl: host.databaseUrl, log: silentLog }))
  }

  end(): Promise<void> {
    return this.store.close()
  }

  /** Announces a ballot for children's classes of these capacities, which takes entries for a day. */
  async announce(title: string, capacities: readonly number[]): Promise<ATestBallot> {
    const now = Math.floor(Date.now() / MINUTE) * MINUTE
    const poolIds: string[] = []
    for (const [index, capacity] of capacities.entries()) {
      const first = now + 20 * DAY + index * 5 * HOUR
      poolIds.push(
        await aPool(this.store, CENTRE, {
          capacity,
          lessons: [0, 7, 14].map((days) => ({
            startsAt: first + days * DAY,
            endsAt: first + days * DAY + HOUR,
          })),
          opensAt: now - DAY,
          closesAt: now + DAY,
          columns: { mode: 'ballot' },
          activity: {
            title: `${title}（${PLACES[index]!}）`,
            category: 'children',
            audience: 'children',
            min_age: 5,
            max_age: 12,
            place: '二楼棋室',
          },
        }),
      )
    }
    const { ballotId } = await command<Output<'ballot.announce'>>(
      ...([this.host.url, 'staff', 'ballot.announce'] as const),
      {
        ...{ centreId: CENTRE, poolIds, numberSource: '福彩双色球当期开奖号码' },
        numberAt: toInstantText(now + DAY + HOUR),
      },
    )
    const { rows } = await this.store.pool.query<{ activity_id: string }>(
      'select activity_id from changlai.pool where pool_id = any ($1::text[]) order by starts_at',
      [poolIds],
    )
    return { ballotId, poolIds, activityIds: rows.map((row) => row.activity_id) }
  }

  /** So many others enter with the same wishes. */
  async rivals(name: string, poolIds: readonly string[], count: number): Promise<void> {
    for (let index = 1; index <= count; index += 1) {
      const wishes = poolIds.map((poolId) => ({ poolId }))
      await command(this.host.url, `${name}-${index}`, 'ballot.enter', { wishes })
    }
  }

  /** The hour of closing has come, and that of the number after it: the list is frozen. */
  async close(ballotId: string): Promise<void> {
    const now = Date.now()
    await this.store.pool.query(
      `with ballot as (
         update changlai.ballot set announced_at = $2::timestamptz - interval '1 day',
           closes_at = $2::timestamptz, number_at = $3::timestamptz
         where ballot_id = $1
         returning centre_id, ballot_id, closes_at
       )
       update changlai.pool set closes_at = ballot.closes_at
       from ballot join changlai.ballot_pool as drawn using (centre_id, ballot_id)
       where pool.centre_id = drawn.centre_id and pool.pool_id = drawn.pool_id`,
      [ballotId, new Date(now - 2 * MINUTE), new Date(now - MINUTE)],
    )
    const clock = { now: () => new Date() }
    // The host beside us may have the job just now.
    await eventually(
      async () => {
        await runDueJobs({ store: this.store, clock, log: silentLog })
        return (await this.proof(ballotId)).listHash
      },
      (hash) => hash !== null,
    )
  }

  /** Two of the staff enter a number with which an entry wins, or loses: found by trying. */
  async draw(ballotId: string, entry: number, wins: boolean): Promise<void> {
    const number = await this.numberFor(ballotId, entry, wins)
    for (const persona of ['staff', 'district']) {
      await command(this.host.url, persona, 'ballot.publishNumber', { ballotId, number })
    }
  }

  private async numberFor(ballotId: string, entry: number, wins: boolean): Promise<string> {
    const { list, listHash } = await this.proof(ballotId)
    for (let number = 100_001; ; number += 1) {
      const drawn = draw(readList(list!)!, listHash!, String(number))
      const own = drawn.find((one) => one.number === entry)!
      if ((own.won !== null) === wins) return String(number)
    }
  }

  proof(ballotId: string): Promise<Output<'ballot.proof'>> {
    return ask(this.host.url, undefined, 'ballot.proof', { ballotId })
  }

  /** What was drawn now was drawn a term ago. */
  async wasLastTerm(ballotId: string): Promise<void> {
    await this.store.pool.query(
      `update changlai.ballot set drawn_at = drawn_at - interval '200 days' where ballot_id = $1`,
      [ballotId],
    )
  }

  /** Somebody exchanges the first two places of what was published. */
  async tamper(ballotId: string): Promise<void> {
    const { results } = await this.proof(ballotId)
    const [first, second, ...others] = results!.trimEnd().split('\n')
    const swapped = [second!.replace(/^2/, '1'), first!.replace(/^1/, '2'), ...others, '']
    await this.store.pool.query('update changlai.ballot set results = $2 where ballot_id = $1', [
      ...[ballotId, swapped.join('\n')],
    ])
  }
}

/** The number of a persona's entry in a ballot. */
export async function entryNumberOf(
  host: string,
  persona: string,
  ballotId: string,
): Promise<number> {
  const { entries } = await ask<Output<'ballot.mine'>>(host, persona, 'ballot.mine', {})
  return entries.find((one) => one.ballotId === ballotId)!.entryNumber
}
