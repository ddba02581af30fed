import { isDeepStrictEqual } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { look } from '../simulation/snapshot'
import type { Person } from './cast'
import type { Scene } from './fault'
import type { Answer, Asked } from './ledger'
import { type Written, readWritten } from './written'
import { Lines, send } from './rush'

/** What came of a round. All that is counted from `lost` on is 0, and `wrong` empty, when all was true. */
export interface Reckoned {
  /** Requests of the rush by what was heard: with a value, with a refusal, nothing that decides. */
  done: number
  refused: number
  open: number
  /** Of the open ones, those whose effect and answer were in the database already. */
  openButDone: number
  /** Requests that were sent again afterwards, at the other host: all. */
  replayed: number
  /** What was confirmed to somebody and is not in the database. */
  lost: number
  /** Seats of one person in one pool beyond the first. */
  duplicates: number
  /** Seats given that were not there, and pools whose count is not their seats. */
  oversold: number
  /** Answers under one requestId that contradict each other or the database. */
  untrueReplays: number
  /** What else should not be, in words. */
  wrong: string[]
}

const REPLAYED_AT_ONCE = 24
const REPLAY_TRIES = 40

/** Asks everything again, at the other host, and compares all that was ever heard with the database. */
export async function reckon(scene: Scene, cast: readonly Person[]): Promise<Reckoned> {
  const { ledger, stage, database } = scene
  const asked = [...ledger.asked]
  const count = (is: (one: Asked) => boolean) => asked.filter(is).length
  const firstHeard = ({ heard }: Asked) => heard[0]?.answer
  const tallies = {
    done: count((one) => firstHeard(one)?.ok === true),
    refused: count((one) => firstHeard(one)?.ok === false),
    open: ledger.open().length,
  }
  const eye = new pg.Client({ connectionString: stage.url(database) })
  await eye.connect()
  try {
    const before = await readWritten(eye)
    const openButDone = ledger.open().filter((one) => before.answers.has(nameOf(one))).length
    await replay(scene, asked)
    const after = await readWritten(eye)
    const snapshot = await look(eye)
    const judged = judge(asked, cast, before, after)
    return {
      ...tallies,
      openButDone,
      replayed: asked.length,
      ...judged,
      wrong: [...judged.wrong, ...snapshot.wrong],
    }
  } finally {
    await eye.end()
  }
}

export const nameOf = ({ openid, requestId }: Pick<Asked, 'openid' | 'requestId'>) =>
  `${openid} ${requestId}`

async function replay({ hosts, ledger }: Scene, asked: readonly Asked[]): Promise<void> {
  let next = 0
  const keepAsking = async () => {
    while (next < asked.length) {
      const one = asked[next]!
      next += 1
      const lines = new Lines(one.openid)
      const known = one.heard.length
      for (let tries = 0; tries < REPLAY_TRIES && one.heard.length === known; tries += 1) {
        // The first try of the rush went to the host of the person's own number.
        const { url } = hosts[(one.person + 1 + tries) % hosts.length]!
        await send(ledger, one, lines, url)
        if (one.heard.length === known) await wait(50)
      }
      lines.end()
    }
  }
  await Promise.all(Array.from({ length: REPLAYED_AT_ONCE }, keepAsking))
}

type Judged = Omit<Reckoned, 'done' | 'refused' | 'open' | 'openButDone' | 'replayed'>

function judge(
  asked: readonly Asked[],
  cast: readonly Person[],
  before: Written,
  after: Written,
): Judged {
  const wrong: string[] = []
  let [lost, untrueReplays] = [0, 0]
  const lose = (what: string) => {
    lost += 1
    wrong.push(`lost: ${what}`)
  }
  const contradict = (what: string) => {
    untrueReplays += 1
    wrong.push(`untrue: ${what}`)
  }
  const given = new Set<string>()
  const givenBack = new Set<string>()

  for (const one of asked) {
    const answers = one.heard.map(({ answer }) => answer)
    const last = answers.at(-1)
    if (!last) {
      contradict(`${nameOf(one)} is answered by nobody`)
      continue
    }
    const kept = before.answers.get(nameOf(one))
    if (kept && !agrees(kept, last))
      contradict(`${nameOf(one)}: kept ${say(kept)}, told ${say(last)}`)
    const value = answers.find(({ ok }) => ok)
    if (value && !agrees(value, last))
      contradict(`${nameOf(one)}: ${say(value)}, then ${say(last)}`)
    if (!value && !answers.every((answer) => mayTurn(answer) || agrees(answer, last)))
      contradict(`${nameOf(one)}: ${answers.map(say).join(', then ')}`)
    if (!value) {
      if (last.code === 'ALREADY_BOOKED' && !after.bookings.has(String(last.facts?.['bookingId'])))
        contradict(`${nameOf(one)} is told of a booking that is not there`)
      continue
    }
    if (!after.answers.has(nameOf(one))) lose(`the answer of ${nameOf(one)}`)
    if (one.operation === 'seats.book') given.add(String(value.value!['bookingId']))
    if (one.operation === 'seats.cancel') givenBack.add(one.input.bookingId!)
    if (one.operation === 'waitlist.join' && !after.entries.has(String(value.value!['entryId'])))
      lose(`the place of ${nameOf(one)} on the list`)
  }

  for (const one of asked.filter(({ operation }) => operation === 'seats.book')) {
    const value = one.heard.find(({ answer }) => answer.ok)?.answer.value
    if (!value) continue
    const bookingId = String(value['bookingId'])
    const row = after.bookings.get(bookingId)
    const seats = one.input.attendeeIds?.length ?? 1
    if (row?.subject !== one.openid || row.poolId !== one.input.poolId)
      lose(`${bookingId} of ${nameOf(one)}`)
    else if (row.isBooked === givenBack.has(bookingId))
      lose(`${bookingId} is ${row.isBooked ? 'booked though given back' : 'gone'}`)
    else if (row.isBooked && row.seats !== seats)
      lose(`${row.seats} of the ${seats} seats of ${bookingId}`)
  }
  for (const bookingId of after.bookings.keys())
    if (!given.has(bookingId)) contradict(`nobody was ever told of ${bookingId}`)

  const oversold = after.pools.reduce(
    (sum, { capacity, taken, seats, held }) =>
      sum + Math.max(0, seats - capacity) + (taken === seats + held ? 0 : 1),
    0,
  )
  const duplicates = after.pools.reduce((sum, { seats, people }) => sum + seats - people, 0)
  wrong.push(...refusedThoughFree(asked, cast, after))
  return { lost, duplicates, oversold, untrueReplays, wrong }
}

/** In a pool where nobody gave a seat back, no party that would still fit was told that it does not. */
function refusedThoughFree(
  asked: readonly Asked[],
  cast: readonly Person[],
  after: Written,
): string[] {
  const poolOf = (one: Asked) => cast[one.person]!.poolId
  const moved = new Set(asked.filter((one) => one.operation === 'seats.cancel').map(poolOf))
  const free = new Map(after.pools.map(({ poolId, capacity, taken }) => [poolId, capacity - taken]))
  return asked
    .filter((one) => one.operation === 'seats.book' && !moved.has(poolOf(one)))
    .filter((one) => one.heard.some(({ answer }) => answer.code === 'SOLD_OUT'))
    .filter((one) => (one.input.attendeeIds?.length ?? 1) <= free.get(poolOf(one))!)
    .map((one) => `${nameOf(one)} was refused a seat that is free`)
}

/** A refusal of a full pool changed nothing, and is judged anew where nobody wrote it down. */
const mayTurn = (answer: Answer) => answer.code === 'SOLD_OUT'

/**
 * Whether what is told now agrees with what was told before. Of a pool that is full by now, whoever has
 * no seat in it may be told so without anybody looking up what they were refused for (decision 0039).
 */
function agrees(before: Answer, now: Answer): boolean {
  if (!before.ok && now.code === 'SOLD_OUT') return true
  const bare = ({ ok, code, value, facts }: Answer) => (ok ? { ok, value } : { ok, code, facts })
  return isDeepStrictEqual(bare(before), bare(now))
}

const say = ({ ok, code, value, facts }: Answer) =>
  JSON.stringify(ok ? value : { code, facts }).slice(0, 160)

/** Whether a round showed anything that is not true. */
export function isTrue({ lost, duplicates, oversold, untrueReplays, wrong }: Judged): boolean {
  return lost + duplicates + oversold + untrueReplays + wrong.length === 0
}
