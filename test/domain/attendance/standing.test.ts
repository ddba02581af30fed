import fc from 'fast-check'
import { MARKS, checkedIn } from '@/domain/attendance/mark'
import { type Sighting, type Standing, isThere, standingAfter } from '@/domain/attendance/standing'

const afterAllOf = (...seen: Sighting[]) =>
  seen.reduce<Standing | null>((held, next) => standingAfter(held, next), null)!

const code = (at: number, mark: 'present' | 'late' = 'present'): Sighting => ({
  ...{ mark, means: 'code', at },
})
const poster = (at: number): Sighting => ({ mark: 'late', means: 'poster', at })
const roster = (at: number, mark: Sighting['mark']): Sighting => ({ mark, means: 'roster', at })
const excuse = (at: number): Sighting => ({ mark: 'excused', means: 'excuse', at })
const clock = (at: number): Sighting => ({ mark: 'absent', means: 'clock', at })

describe('how it stands with an attendee', () => {
  test.each<[string, Sighting[], Sighting['mark'], number]>([
    [
      'who comes late after being noted absent is there',
      [roster(5, 'absent'), code(20)],
      'present',
      20,
    ],
    [
      'a scan that arrives after what was seen later changes nothing',
      [roster(20, 'absent'), code(5)],
      'absent',
      20,
    ],
    ['who shows the code again is not late', [code(5), code(20, 'late')], 'present', 5],
    ['nor where the second scan arrives first', [code(20, 'late'), code(5)], 'present', 5],
    [
      'a poster makes nobody late whom staff noted',
      [roster(5, 'present'), poster(20)],
      'present',
      5,
    ],
    ['staff who say late afterwards are believed', [code(5), roster(9, 'late')], 'late', 9],
    ['staff take a wrong scan away', [code(5), roster(9, null)], null, 9],
    ['also where the scan arrives afterwards', [roster(9, null), code(5)], null, 9],
    ['and it can be set again', [code(5), roster(9, null), code(10)], 'present', 10],
    [
      'of two phones the one that saw last counts',
      [roster(9, 'present'), roster(5, 'absent')],
      'present',
      9,
    ],
    ['who said so before is not absent', [excuse(1), roster(9, 'absent')], 'excused', 1],
    ['nor where that arrives afterwards', [roster(9, 'absent'), excuse(1)], 'excused', 1],
    ['and nobody takes it away', [excuse(1), roster(9, null)], 'excused', 1],
    ['who comes all the same was there', [excuse(1), code(9)], 'present', 9],
    ['the clock finds nobody', [clock(100)], 'absent', 100],
    ['and leaves what is known', [code(5), clock(100)], 'present', 5],
    ['or said', [excuse(5), clock(100)], 'excused', 5],
    ['but what was taken away is not known', [code(5), roster(9, null), clock(100)], 'absent', 100],
    ['a scan that arrives after the clock counts', [clock(100), code(5)], 'present', 5],
  ])('%s', (_, seen, mark, markedAt) => {
    expect(afterAllOf(...seen)).toMatchObject({ mark, markedAt })
  })

  it('is there or not as what was seen last says, in whatever order it arrives', () => {
    const sighting = fc.oneof(
      fc.record({
        mark: fc.constantFrom(...MARKS, null),
        means: fc.constant('roster' as const),
        at: fc.nat(60),
      }),
      fc.record({
        mark: fc.constantFrom('present' as const, 'late' as const),
        means: fc.constantFrom('code' as const, 'poster' as const),
        at: fc.nat(60),
      }),
    )
    const several = fc
      .uniqueArray(sighting, { selector: ({ at }) => at, minLength: 1, maxLength: 6 })
      .chain((seen) =>
        fc.tuple(fc.constant(seen), fc.shuffledSubarray(seen, { minLength: seen.length })),
      )
    fc.assert(
      fc.property(several, ([seen, shuffled]) => {
        const last = seen.reduce((a, b) => (a.at > b.at ? a : b))
        const { mark, seenAt } = afterAllOf(...shuffled)
        expect(isThere(mark)).toBe(isThere(last.mark))
        expect(seenAt).toBe(last.at)
        if (!isThere(last.mark)) expect(mark).toBe(last.mark)
        // A clock before, between or after says nothing that anybody else did.
        const withClock = [...shuffled.slice(0, 1), clock(100), ...shuffled.slice(1)]
        if (last.mark !== null) expect(afterAllOf(...withClock).mark).toBe(mark)
      }),
    )
  })

  it('keeps an excuse against every roster that did not see them there', () => {
    const notThere = fc.constantFrom('absent' as const, 'excused' as const, null)
    const rosters = fc.array(fc.tuple(fc.nat(60), notThere), { maxLength: 5 })
    fc.assert(
      fc.property(rosters, fc.nat(60), fc.nat(5), (seen, at, place) => {
        const all = seen.map(([when, mark]) => roster(when, mark))
        all.splice(place, 0, excuse(at))
        expect(afterAllOf(...all, clock(100)).mark).toBe('excused')
      }),
    )
  })
})

describe('checking in', () => {
  const lesson = { startsAt: 45 * 60_000, endsAt: 165 * 60_000 }
  test.each([
    [-1, 'too-early'],
    [0, 'present'],
    [60 * 60_000, 'present'],
    [60 * 60_000 + 1, 'late'],
    [165 * 60_000 - 1, 'late'],
    [165 * 60_000, 'over'],
  ])('%d ms after it opens gives %s', (now, gives) => {
    expect(checkedIn(lesson, now)).toBe(gives)
  })
})
