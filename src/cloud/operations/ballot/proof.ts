import { METHOD } from '@/domain/ballot/entry-list'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { ballotOfPool, poolsOfBallot, publicBallot } from '@/cloud/store/queries/ballot/lists'
import { announcedOf } from './announced'

const instantOrNull = (instant: number | null) => (instant === null ? null : toInstantText(instant))

/** Everything by which anybody can make a draw again, without names. */
export const proveBallot: Handler<'ballot.proof'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const ballotId =
    input.ballotId ?? (input.poolId ? await ballotOfPool(store.db, input.poolId) : null)
  const row = ballotId === null ? undefined : await publicBallot(store.db, ballotId)
  if (!row) return { refusal: { code: 'NOT_FOUND', facts: { what: 'ballot' } } }
  const pools = await poolsOfBallot(store.db, row.ballot_id)
  return {
    value: {
      method: METHOD,
      ...announcedOf(row, clock.now().getTime()),
      pools: pools.map(({ pool_id: poolId, title, starts_at, capacity }) => ({
        ...{ poolId, title, capacity },
        startsAt: toInstantText(starts_at),
      })),
      entries: row.entries,
      closedAt: instantOrNull(row.closed_at),
      list: row.list,
      listHash: row.list_hash,
      // Until the draw is made the number is known to those alone who entered it.
      number: row.drawn_at === null ? null : row.number,
      numberConfirmedAt: instantOrNull(row.number_confirmed_at),
      drawnAt: instantOrNull(row.drawn_at),
      results: row.results,
    },
  }
}
