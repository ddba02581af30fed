import type { Store } from '../../src/cloud/store'
import { dateOf, startOfDay } from '../../src/domain/time/date'
import { DAY, HOUR } from '../../src/domain/time/instant'
import { newRequestId } from '../support/builders/caller'
import { aCentre, aPool } from '../support/builders/programme'
import { type TestDatabase, asOwner, testDatabase } from '../support/database'
import { interrupted } from './interleaved'
import { type Send, serve, tally } from './served'
import { without } from './weakened'

const PEOPLE = 120

let database: TestDatabase
let centreId: string

beforeAll(async () => {
  database = await testDatabase({ poolSize: 40 })
  centreId = await aCentre(database.store)
})
afterAll(() => database.drop())

/** A clinic for the whole of today by the real clock, still to be booked and given back. */
async function aClinicToday(capacity: number): Promise<string> {
  const startsAt = startOfDay(dateOf(Date.now()))
  const until = Date.now() + HOUR
  return aPool(database.store, centreId, {
    ...{ capacity, lessons: [{ startsAt, endsAt: startsAt + 2 * DAY }] },
    ...{ opensAt: startsAt - DAY, closesAt: until, cancelUntil: until },
    columns: { numbered: true },
  })
}

async function crowd(send: Send, count: number): Promise<string[]> {
  const run = newRequestId()
  const people = Array.from({ length: count }, (_, index) => `${run}-${index}`)
  await Promise.all(people.map((person) => send(person, 'me.get', {})))
  return people
}

/** Doctors of the centre. */
async function doctors(send: Send, count: number): Promise<string[]> {
  const people = await crowd(send, count)
  await asOwner(
    database,
    `insert into changlai.role_grant (centre_id, person_id, role)
     select '${centreId}', person_id, 'doctor' from changlai.person_identity
     where subject in (${people.map((subject) => `'${subject}'`).join()})`,
  )
  return people
}

test('Numbers that are taken while others are given back are each given once', async () => {
  const door = await serve(database.store)
  try {
    const people = await crowd(door.send, PEOPLE)
    const poolId = await aClinicToday(PEOPLE)
    const book = (person: string) => door.send(person, 'seats.book', { poolId })
    const numbers: number[] = []
    const noted = async (person: string) => {
      const { value } = await book(person)
      const { attendees } = value as unknown as { attendees: { number: number }[] }
      numbers.push(attendees[0]!.number)
      return value!.bookingId
    }
    await Promise.all(
      people.map(async (person, index) => {
        const bookingId = await noted(person)
        if (index % 2) return
        await door.send(person, 'seats.cancel', { bookingId })
        await noted(person)
      }),
    )
    const expected = Array.from({ length: PEOPLE * 1.5 }, (_, index) => index + 1)
    expect(numbers.sort((a, b) => a - b)).toEqual(expected)
  } finally {
    await door.end()
  }
})

/** Several doctors call the next number at once, as often as there are numbers; gives what they called. */
async function calledAtOnce(): Promise<number[]> {
  const door = await serve(database.store)
  try {
    const callers = await doctors(door.send, 6)
    const people = await crowd(door.send, callers.length * 4)
    const poolId = await aBookedClinic(door.send, people)
    const called: number[] = []
    await Promise.all(
      callers.map(async (caller) => {
        for (let turn = 0; turn < 4; turn += 1) called.push(await call(door.send, caller, poolId))
      }),
    )
    return called.sort((a, b) => a - b)
  } finally {
    await door.end()
  }
}

async function aBookedClinic(send: Send, people: string[]): Promise<string> {
  const poolId = await aClinicToday(people.length)
  const booked = people.map((one) => send(one, 'seats.book', { poolId, evenIfClashes: true }))
  expect(tally(await Promise.all(booked))).toEqual({ OK: people.length })
  return poolId
}

async function call(send: Send, doctor: string, poolId: string): Promise<number> {
  const { value } = await send(doctor, 'queue.call', { poolId })
  return (value as unknown as { number: number }).number
}

/** A doctor calls the next number once another has looked which it is; gives both numbers. */
async function calledInBetween(store: Store): Promise<number[]> {
  const called: Promise<number>[] = []
  const calling = (doctor: string) => called[called.push(call(door.send, doctor, poolId)) - 1]!
  const looked = { after: 'queue.standing', meanwhile: () => calling(other!) }
  const door = await serve(interrupted(store, database, looked))
  const [one, other] = await doctors(door.send, 2)
  const poolId = await aBookedClinic(door.send, await crowd(door.send, 2))
  try {
    await calling(one!)
    return (await Promise.all(called)).sort()
  } finally {
    await door.end()
  }
}

test('Doctors who call the next number at once get different ones, and nobody is passed over', async () => {
  expect(await calledAtOnce()).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
  expect(await calledInBetween(database.store)).toEqual([1, 2])
})

test('Without holding the queue two call the same number: the control', async () => {
  const weaker = without(database.store, 'queue.lock', 'for no key update')
  expect(await calledInBetween(weaker)).toEqual([1, 1])
})
