import { Gather } from '../../../src/cloud/group-commit/gather'
import type { Groups } from '../../../src/cloud/group-commit/asked-together'
import type { Pace } from '../../../src/cloud/pace/pace'
import type { Bent } from './model/on'
import type { Plant } from './history'

interface Planted extends Plant {
  name: string
  /** What finds it. */
  finding: RegExp
  /** Plants it where it has no other place; gives what takes it out again. */
  plant?: () => () => void
}

const bent = (...what: Bent[]) => ({ flaws: { bent: new Set(what) } })
const groups = (bend: (groups: Groups) => void) => ({ bend: { groups: bend } })

/** All who come from one address have one pace: three households, each of a third of the phones. */
function pacedByAddress(pace: Pace): void {
  const take = pace.take.bind(pace)
  pace.take = (operation, name) => take(operation, `address-${Number(name.split('-')[1]) % 3}`)
}

/** Whoever is to be asked again is asked after all who came since. */
function againAtTheEnd(): () => void {
  type Send = (group: unknown[], answers: unknown[]) => Promise<unknown[]>
  const inside = Gather.prototype as unknown as { send: Send }
  const { send } = inside
  inside.send = async function (this: { queue: unknown[] }, group, answers) {
    this.queue.push(...(await send.call(this, group, answers)))
    return []
  }
  return () => void (inside.send = send)
}

let ignored = 0

/** Bugs as somebody might make them, each of which the simulation has to find. */
export const PLANTED: readonly Planted[] = [
  {
    name: 'seats are not compared with those that are left',
    ...bent('guard', 'wall'),
    finding: /is oversold/,
  },
  {
    name: 'what is counted is not locked',
    ...bent('lock'),
    finding: /last wall was met: pool_taken_within_capacity/,
  },
  {
    name: 'the unique constraint of requestIds is dropped',
    ...bent('answer once'),
    finding: /Two answers under one requestId/,
  },
  {
    name: 'the unique index of seats is dropped, and the marks of persons are not looked at',
    ...bent('seat once', 'turns'),
    finding: /is twice in|has more than a limit allows/,
  },
  {
    name: 'it is answered before it is committed',
    flaws: { bent: new Set(), answersEarly: true },
    finding: /Answered, and not written down/,
  },
  {
    name: 'the memory is not told that a seat came free',
    ...groups(({ soldOut }) => (soldOut.forget = () => {})),
    finding: /Told full from memory, and (seats are free|holds a seat)/,
  },
  {
    name: 'the memory does not know who sits in a pool',
    ...groups(({ soldOut }) => {
      const remember = soldOut.remember.bind(soldOut)
      soldOut.remember = (poolId, pool, _known, mark) => remember(poolId, pool, new Set(), mark)
    }),
    finding: /Told full from memory, and holds a seat/,
  },
  {
    name: 'a full pool is asked for anew, and not whether anybody has taken a seat since',
    ...groups(({ soldOut }) => {
      const [remember, holds] = [soldOut.remember.bind(soldOut), soldOut.holds.bind(soldOut)]
      const version = 'the same'
      soldOut.remember = (poolId, pool, ...rest) => remember(poolId, { ...pool, version }, ...rest)
      soldOut.holds = (poolId, pool, mark) => holds(poolId, { ...pool, version }, mark)
      soldOut.forget = () => {}
    }),
    finding: /Told full from memory, and (seats are free|holds a seat)/,
  },
  {
    name: 'requestIds are ignored',
    bend: { request: (asked) => ({ ...asked, requestId: `ignored-${(ignored += 1)}` }) },
    finding: /Answered, and not written down/,
  },
  {
    name: 'whoever is to be asked again is asked last',
    plant: againAtTheEnd,
    finding: /out of their order|before somebody who waits/,
  },
  {
    name: 'seats are taken past those who wait for them',
    ...bent('list'),
    finding: /Booked past somebody who waits/,
  },
  {
    name: 'the last on a list is asked first',
    ...bent('list order'),
    finding: /Passed over/,
  },
  {
    name: 'lists are read before they are locked, and their places are not unique',
    ...bent('list lock'),
    finding: /One place on the list is given twice|counts \d+, wait \d+/,
  },
  {
    name: 'offers that lapsed are not passed on',
    ...bent('lapsed'),
    finding: /An offer lapsed, and nobody was asked next/,
  },
  {
    name: 'limits are not looked at',
    ...bent('limits'),
    finding: /has more than a limit allows/,
  },
  {
    name: 'limits are counted before the lock of a person',
    ...bent('turns'),
    finding: /has more than a limit allows/,
  },
  {
    name: 'the pace is that of an address',
    bend: { pace: pacedByAddress },
    finding: /Slowed at the pace of hands/,
  },
  {
    name: 'nobody is too fast',
    bend: { pace: (pace) => (pace.take = () => 0) },
    finding: /Faster than hands, and not slowed/,
  },
]
