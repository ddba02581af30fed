import { Buckets } from '../../../src/cloud/pace/buckets'
import { HUMAN, Pace } from '../../../src/cloud/pace/pace'
import { Recent } from '../../../src/cloud/recent'

let time = 0
beforeEach(() => (time = 0))
const clock = () => time

describe('a bucket', () => {
  const bucketsOf = (burst = 4, perSecond = 1, most = 100) =>
    new Buckets({ burst, perSecond }, most, clock)
  const takeAll = (buckets: Buckets, name: string, times: number) =>
    Array.from({ length: times }, () => buckets.take(name))

  it('gives a burst, then names the time at which it gives again, and then it does', () => {
    const buckets = bucketsOf()
    expect(takeAll(buckets, 'one', 5)).toEqual([0, 0, 0, 0, 2_000])
    time = 500.4
    expect(buckets.take('one')).toBe(1_500)
    time = 2_000
    expect(takeAll(buckets, 'one', 2)).toEqual([0, 0])
    expect(buckets.refused).toBe(2)
  })

  it('is for one name alone', () => {
    const buckets = bucketsOf()
    takeAll(buckets, 'one', 9)
    expect(buckets.take('another')).toBe(0)
  })

  it('fills as time goes by, and never beyond its burst', () => {
    const buckets = bucketsOf()
    takeAll(buckets, 'one', 4)
    time = 1_000
    expect(buckets.take('one')).toBe(0)
    time = 3_600_000
    expect(takeAll(buckets, 'one', 5)).toEqual([0, 0, 0, 0, 2_000])
  })

  it('pauses longer each time somebody goes on, up to what a phone waits, until they have rested', () => {
    const buckets = bucketsOf()
    const pauses: number[] = []
    takeAll(buckets, 'one', 4)
    while (pauses.length < 5) {
      const waitMs = buckets.take('one')
      if (waitMs > 0) pauses.push(waitMs)
      time += waitMs
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 15_000, 15_000])
    time += 60_000
    takeAll(buckets, 'one', 4)
    expect(buckets.take('one')).toBe(2_000)
  })

  it('gives somebody who hammers what is allowed a second, however long they go on', () => {
    const buckets = bucketsOf(40, 1)
    let given = 0
    for (; time < 600_000; time += 20) if (buckets.take('one') === 0) given += 1
    expect(given).toBeGreaterThan(590)
    expect(given).toBeLessThanOrEqual(40 + 600 + 15)
  })

  it('stays with whoever emptied it while a crowd of newcomers passes, and is full for the forgotten', () => {
    const buckets = bucketsOf(4, 0.001, 100)
    takeAll(buckets, 'fast', 5)
    buckets.take('slow')
    for (let newcomer = 0; newcomer < 10_000; newcomer += 1) buckets.take(`newcomer-${newcomer}`)
    expect(buckets.take('fast')).toBeGreaterThan(0)
    expect(takeAll(buckets, 'slow', 4)).toEqual([0, 0, 0, 0])
  })
})

describe('what is remembered', () => {
  it('stays where it is said so, up to half of what is kept, and is bounded', () => {
    const recent = new Recent<string>(10, (value) => value === 'stays')
    for (let index = 0; index < 8; index += 1) recent.keep(`stays-${index}`, 'stays')
    for (let index = 0; index < 1_000; index += 1) recent.keep(`goes-${index}`, 'goes')
    const kept = (word: string, most: number) =>
      Array.from({ length: most }, (_, index) => recent.get(`${word}-${index}`)).filter(Boolean)
    expect(kept('stays', 8).length).toBeGreaterThanOrEqual(5)
    expect(kept('stays', 8).length + kept('goes', 1_000).length).toBeLessThanOrEqual(20)
  })
})

describe('people', () => {
  /** Does something so often, so many ms apart; gives how often they were told to come back later. */
  function doing(
    pace: Pace,
    operation: Parameters<Pace['take']>[0],
    times: number,
    everyMs: number,
  ): number {
    let slowed = 0
    for (let done = 0; done < times; done += 1) {
      if (pace.take(operation, 'somebody') > 0) slowed += 1
      time += everyMs
    }
    return slowed
  }

  it.each<[string, Parameters<Pace['take']>[0], number, number]>([
    ['taps a full course again and again for a quarter of a minute', 'seats.book', 45, 333],
    [
      'books two children into ten courses on a network where each is tried four times',
      'seats.book',
      80,
      1_500,
    ],
    ['has all the marks of an afternoon at the door sent at once', 'attendance.mark', 300, 50],
    [
      'reads in a queue with a scanner, twice a second, for five minutes',
      'attendance.scan',
      600,
      500,
    ],
    [
      'books at a counter for whoever comes, every two seconds, for an hour',
      'seats.bookFor',
      1_800,
      2_000,
    ],
    ['opens three pages a second of eight questions for ten seconds', 'activities.get', 240, 42],
    ['reads the pages of a file of ten megabytes', 'casework.attachment', 40, 10],
  ])('who %s is not slowed', (_what, operation, times, everyMs) => {
    expect(doing(new Pace({ time: clock }), operation, times, everyMs)).toBe(0)
  })

  it.each<[string, Parameters<Pace['take']>[0], number]>([
    ['books ten times a second', 'seats.book', 100],
    ['marks fifty a second', 'attendance.mark', 20],
    ['looks a hundred times a second', 'activities.get', 10],
  ])('who %s for a minute is', (_what, operation, everyMs) => {
    const pace = new Pace({ time: clock })
    const times = 60_000 / everyMs
    expect(doing(pace, operation, times, everyMs)).toBeGreaterThan(times / 3)
    expect(pace.refused('own') + pace.refused('work') + pace.refused('look')).toBeGreaterThan(0)
  })

  it('what somebody looks at does not slow what they do, nor their work what is theirs', () => {
    const pace = new Pace({ time: clock })
    doing(pace, 'activities.get', HUMAN.look.burst + 1, 0)
    doing(pace, 'attendance.mark', HUMAN.work.burst + 1, 0)
    expect(pace.take('seats.book', 'somebody')).toBe(0)
    expect(pace.refused('look')).toBe(1)
    expect(pace.refused('work')).toBe(1)
  })
})
