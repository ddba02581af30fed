import { attend } from './attend'
import { type EntrySeen, type Snapshot, look } from './snapshot'
import type { History, Step } from './steps'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { PASSED_OVER_ENOUGH } from '../../src/domain/waitlist/advance'
import { NOW } from '../support/builders/programme'
import { type Reply, STAFF, type World } from './world'

/** How often things happened, so that a test can tell that its histories are about something. */
export type Tally = Record<string, number>

/** Plays a history and looks after each step; throws what must never be. */
export async function play(world: World, history: History, tally: Tally): Promise<void> {
  await world.begin(history)
  let before = await look(world.eye)
  for (const step of history.steps) {
    const reply = await take(world, step, before)
    const after = await look(world.eye)
    count(tally, step, reply, before, after)
    expect(after.wrong).toEqual([])
    expectNobodyPassedOver(before, after)
    if (reply?.ok && step.kind === 'book') expectSeatForAnyone(step, before, world, reply, after)
    if (reply?.ok && step.kind === 'accept') {
      const { bookingId } = reply.value as { bookingId: string }
      expect(after.bookings.map((one) => one.bookingId)).toContain(bookingId)
    }
    before = after
  }
  // When all is quiet and the clock has come round, nothing is free that somebody waits for.
  await world.runClock()
  await world.runClock()
  const end = await look(world.eye)
  expect(end.wrong).toEqual([])
  expectNobodyPassedOver(before, end)
  for (const { poolId, free, over } of end.pools) {
    if (over) continue
    const fitting = waiting(end, poolId).filter((one) => needs(one) <= free)
    expect(fitting).toEqual([])
  }
  expect(world.failures).toEqual([])
  if (history.course) await attend(world, history.course, tally)
}

const needs = ({ seats, saved }: EntrySeen) => seats - saved
const waiting = ({ entries }: Snapshot, poolId: string) =>
  entries.filter((one) => one.poolId === poolId && one.state === 'waiting')

function picked<One>(list: readonly One[], pick: number): One | undefined {
  return list.length === 0 ? undefined : list[pick % list.length]
}

async function take(world: World, step: Step, now: Snapshot): Promise<Reply | null> {
  switch (step.kind) {
    case 'wait':
      world.clock.set(world.clock.now().getTime() + step.hours * HOUR)
      return null
    case 'draw': {
      // All that a draw needs, of which only the last may be broken off; the other steps break off the rest.
      const numberAt = NOW + 2 * DAY
      world.clock.set(Math.max(world.clock.now().getTime(), numberAt))
      await world.runClock()
      const input = { ballotId: world.ballotId, number: '123456' }
      await world.ask(STAFF[0]!, 'ballot.publishNumber', input)
      return world.ask(STAFF[1]!, 'ballot.publishNumber', input, step)
    }
    case 'clock':
      await world.runClock(step)
      return null
    case 'book':
    case 'join': {
      const { as, attendeeIds } = world.attendeesOf(step.person, step.party)
      const input = { poolId: world.pools[step.pool]!, attendeeIds }
      const operation = step.kind === 'book' ? 'seats.book' : 'waitlist.join'
      return world.ask(as, operation, input, step)
    }
    case 'cancel': {
      const booking = picked(
        now.bookings.filter(({ booked }) => booked),
        step.pick,
      )
      if (!booking) return null
      return world.ask(booking.holder, 'seats.cancel', { bookingId: booking.bookingId }, step)
    }
    case 'leave':
    case 'accept': {
      // Mostly what was offered; now and then what was not, or is over.
      const offered = now.entries.filter(({ state }) => state === 'offered')
      const entry = picked(step.pick % 4 === 0 ? now.entries : offered, step.pick)
      if (!entry) return null
      const { entryId, holder } = entry
      return world.ask(holder, `waitlist.${step.kind}` as 'waitlist.leave', { entryId }, step)
    }
    case 'moveUp': {
      const entry = picked(
        now.entries.filter(({ state }) => state === 'waiting'),
        step.pick,
      )
      if (!entry) return null
      const { entryId } = entry
      return world.ask(STAFF[0]!, 'waitlist.moveUp', { entryId, reason: '示例原因' }, step)
    }
    case 'enter': {
      const { as, attendeeIds } = world.attendeesOf(step.person, step.party)
      const wishes = world.wishesOf(step.wishes)
      return world.ask(as, 'ballot.enter', { wishes, attendeeIds }, step)
    }
    case 'leaveBallot': {
      const { as } = world.attendeesOf(step.person, 0)
      return world.ask(as, 'ballot.leave', { ballotId: world.ballotId }, step)
    }
    case 'number': {
      const input = { ballotId: world.ballotId, number: String(step.number) }
      return world.ask(STAFF[step.member]!, 'ballot.publishNumber', input, step)
    }
  }
}

/** Who was offered seats now, though somebody ahead on the list would have fitted into them. */
function expectNobodyPassedOver(before: Snapshot, after: Snapshot): void {
  const earlier = new Map(before.entries.map((one) => [one.entryId, one]))
  for (const { poolId, free } of after.pools) {
    const list = after.entries.filter((one) => one.poolId === poolId)
    for (const offered of list) {
      const was = earlier.get(offered.entryId)
      // Drawn and offered in one: that is the draw's order, which its own proof shows.
      if (offered.state !== 'offered' || was?.state !== 'waiting') continue
      const got = was.seats - was.saved
      for (const ahead of list) {
        const stood = earlier.get(ahead.entryId)
        if (ahead.state !== 'waiting' || stood?.state !== 'waiting') continue
        if (ahead.turn >= offered.turn || ahead.seats !== stood.seats) continue
        const savedMeanwhile = ahead.saved - stood.saved
        const passedOver = ahead.seats - stood.saved <= got + savedMeanwhile + free
        if (passedOver) throw new Error(`${ahead.entryId} fits and was passed over`)
      }
    }
  }
}

/** Whoever booked by themselves took nothing that somebody who waited could have been given. */
function expectSeatForAnyone(
  step: Extract<Step, { kind: 'book' | 'join' }>,
  before: Snapshot,
  world: World,
  reply: Reply,
  after: Snapshot,
): void {
  const poolId = world.pools[step.pool]!
  const { bookingId } = reply.value as { bookingId: string }
  expect(after.bookings.map((one) => one.bookingId)).toContain(bookingId)
  const { free, over } = before.pools.find((one) => one.poolId === poolId)!
  if (over) return
  for (const one of waiting(before, poolId)) {
    if (needs(one) <= free) throw new Error(`${one.entryId} waits for what was booked`)
    if (one.saved > 0 && one.passedOver >= PASSED_OVER_ENOUGH) {
      throw new Error(`${one.entryId} saves for what was booked`)
    }
  }
}

function count(
  tally: Tally,
  step: Step,
  reply: Reply | null,
  before: Snapshot,
  after: Snapshot,
): void {
  const add = (what: string, times = 1) => (tally[what] = (tally[what] ?? 0) + times)
  // Of several rules one is told.
  const said = reply?.facts?.rule ?? reply?.code ?? 'OK'
  if (reply) add(`${step.kind} ${said}`)
  const states = new Map(before.entries.map((one) => [one.entryId, one.state]))
  for (const { entryId, state, drawn, saved } of after.entries) {
    if (state !== states.get(entryId)) add(`entry ${drawn ? 'drawn ' : ''}${state}`)
    if (saved > 0) add('saving')
  }
  const drawn = after.ballots.filter((one) => one.drawn).length
  add('draws', drawn - before.ballots.filter((one) => one.drawn).length)
}
