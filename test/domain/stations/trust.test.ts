import fc from 'fast-check'
import { FACILITIES } from '@/domain/stations/facility'
import { REPORT_KINDS } from '@/domain/stations/station'
import { type Word, trustOf } from '@/domain/stations/trust'
import { DAY, HOUR, MINUTE, parseInstant } from '@/domain/time/instant'

const NOW = parseInstant('2026-11-22T02:14:00+08:00')
const NOBODY = {
  doubtUntil: null,
  doubtedBy: 0,
  facilities: [],
  confirmedAt: null,
  confirmedBy: 0,
}

const word = (
  personId: string,
  kind: Word['kind'],
  agoMs = 0,
  facility: Word['facility'] = null,
) => ({
  personId,
  kind,
  facility,
  at: NOW - agoMs,
})

const age = fc.oneof(
  fc.integer({ min: 0, max: 13 * 60 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 0, max: 8 * 24 }).map((hours) => hours * HOUR),
)
const wordBy = (people: fc.Arbitrary<string>): fc.Arbitrary<Word> =>
  fc
    .record({
      personId: people,
      kind: fc.constantFrom(...REPORT_KINDS),
      facility: fc.option(fc.constantFrom(...FACILITIES.slice(0, 2))),
      age,
    })
    .map((one) => ({ ...one, at: NOW - one.age }))
    // The wire refuses `broken` that does not say what.
    .filter(({ kind, facility }) => kind !== 'broken' || facility !== null)
const anyPerson = fc.constantFrom('a', 'b', 'c', 'd', 'e')

describe('words about a station', () => {
  test('of one person alone never make a doubt, whatever they say and however often', () => {
    fc.assert(
      fc.property(fc.array(wordBy(fc.constant('a')), { maxLength: 30 }), (words) => {
        const { doubtUntil, doubtedBy, facilities } = trustOf(words, NOW)
        expect({ doubtUntil, doubtedBy, facilities }).toEqual({
          doubtUntil: null,
          doubtedBy: 0,
          facilities: [],
        })
      }),
    )
  })

  test('of one person more count once: they are at most one of those who said it was closed', () => {
    const others = fc.array(wordBy(anyPerson), { maxLength: 8 })
    const own = fc.array(wordBy(fc.constant('z')), { maxLength: 8 })
    fc.assert(
      fc.property(others, own, (others, own) => {
        const closed = others.filter(({ kind }) => kind === 'closed')
        const closers = new Set(closed.map(({ personId }) => personId)).size
        const { doubtedBy } = trustOf([...others, ...own], NOW)
        expect(doubtedBy).toBeLessThanOrEqual(closers === 0 ? 0 : closers + 1)
      }),
    )
  })

  test('mean the same in any order', () => {
    const words = fc.array(wordBy(anyPerson), { maxLength: 12 })
    const shuffled = words.chain((given) =>
      fc.tuple(
        fc.constant(given),
        fc.shuffledSubarray(given, { minLength: given.length, maxLength: given.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        expect(trustOf(other, NOW)).toEqual(trustOf(given, NOW))
      }),
      { numRuns: 500 },
    )
  })

  test('doubt exactly when two or more say closed last, and more than say fine since, in twelve hours', () => {
    fc.assert(
      fc.property(fc.array(wordBy(anyPerson), { maxLength: 12 }), (words) => {
        // Distinct instants: which of two words at one instant counts is another test's.
        const apart = words.map((one, index) => ({ ...one, at: one.at - index }))
        const last = new Map<string, Word>()
        for (const one of [...apart].sort((a, b) => a.at - b.at)) {
          if (one.kind !== 'broken' && NOW - one.at < 12 * HOUR) last.set(one.personId, one)
        }
        const of = (kind: string) => [...last.values()].filter((one) => one.kind === kind)
        const closed = of('closed').map(({ at }) => at)
        const second = closed.sort((a, b) => b - a)[1]!
        const since = of('fine').filter(({ at }) => at >= second)
        const doubted = closed.length >= 2 && closed.length > since.length
        expect(trustOf(apart, NOW)).toMatchObject({
          doubtUntil: doubted ? second + 12 * HOUR : null,
          doubtedBy: doubted ? closed.length : 0,
        })
      }),
      { numRuns: 2000 },
    )
  })

  test('of the night are not outweighed by those of the evening', () => {
    const evening = ['a', 'b', 'c', 'd'].map((person) => word(person, 'fine', 6 * HOUR))
    const night = [word('e', 'closed', HOUR), word('f', 'closed', MINUTE)]
    expect(trustOf([...evening, ...night], NOW).doubtedBy).toBe(2)
    expect(trustOf([...evening, night[0]!], NOW).doubtedBy).toBe(0)
  })

  test('are lifted by as many confirmations as there were doubts', () => {
    const people = fc.integer({ min: 2, max: 8 })
    fc.assert(
      fc.property(people, fc.boolean(), (several, sameOnes) => {
        const doubts = Array.from({ length: several }, (_, i) => word(`d${i}`, 'closed', HOUR))
        expect(trustOf(doubts, NOW).doubtedBy).toBe(several)
        const confirmations = Array.from({ length: several }, (_, i) =>
          word(`${sameOnes ? 'd' : 'c'}${i}`, 'fine', i),
        )
        const almost = trustOf([...doubts, ...confirmations.slice(1)], NOW)
        expect(almost.doubtUntil === null).toBe(sameOnes)
        expect(trustOf([...doubts, ...confirmations], NOW)).toEqual({
          ...NOBODY,
          confirmedAt: NOW,
          confirmedBy: several,
        })
      }),
    )
  })

  test('a doubt lapses twelve hours after the second latest of the words that made it', () => {
    const words = [
      word('a', 'closed', 11 * HOUR),
      word('b', 'closed', 2 * HOUR),
      word('c', 'closed', HOUR),
    ]
    expect(trustOf(words, NOW)).toMatchObject({ doubtUntil: NOW + 10 * HOUR, doubtedBy: 3 })
    expect(trustOf(words, NOW + 10 * HOUR - 1)).toMatchObject({ doubtedBy: 2 })
    expect(trustOf(words, NOW + 10 * HOUR)).toMatchObject({ doubtUntil: null, doubtedBy: 0 })
  })

  test('nobody said anything', () => expect(trustOf([], NOW)).toEqual(NOBODY))

  test.each<[string, Word[], boolean]>([
    ['two people', [word('a', 'closed'), word('b', 'closed')], true],
    ['one person twice', [word('a', 'closed', HOUR), word('a', 'closed')], false],
    [
      'one took it back',
      [word('a', 'closed', 2), word('b', 'closed', 2), word('a', 'fine', 1)],
      false,
    ],
    [
      'one said it moved instead',
      [word('a', 'closed', 2), word('b', 'closed'), word('a', 'moved')],
      false,
    ],
    ['one was there a day ago', [word('a', 'closed', DAY), word('b', 'closed')], false],
    ['two against one', [word('a', 'closed'), word('b', 'closed'), word('c', 'fine')], true],
    [
      'two against two',
      [word('a', 'closed'), word('b', 'closed'), word('c', 'fine'), word('d', 'fine')],
      false,
    ],
    [
      'both at one instant: fine counts',
      [word('a', 'closed'), word('a', 'fine'), word('b', 'closed')],
      false,
    ],
    [
      'a broken thing is no word against an open door',
      [word('a', 'closed', 2), word('b', 'closed', 2), word('a', 'broken', 1, 'water')],
      true,
    ],
  ])('locked, %s: doubted %p', (_, words, doubted) => {
    expect(trustOf(words, NOW).doubtUntil !== null).toBe(doubted)
  })

  test.each<[string, Word[], string[]]>([
    ['one person', [word('a', 'broken', 0, 'charging')], []],
    [
      'two people',
      [word('a', 'broken', 6 * DAY, 'charging'), word('b', 'broken', 0, 'charging')],
      ['charging'],
    ],
    [
      'a week apart',
      [word('a', 'broken', 7 * DAY, 'charging'), word('b', 'broken', 0, 'charging')],
      [],
    ],
    ['of two things', [word('a', 'broken', 0, 'charging'), word('b', 'broken', 0, 'water')], []],
    [
      'one found all well later',
      [
        word('a', 'broken', 2, 'charging'),
        word('b', 'broken', 2, 'charging'),
        word('a', 'fine', 1),
      ],
      [],
    ],
    [
      'another found the place open, and tried nothing',
      [
        word('a', 'broken', 2, 'charging'),
        word('b', 'broken', 2, 'charging'),
        word('c', 'fine', 1),
      ],
      ['charging'],
    ],
    [
      'two others tried it',
      [
        word('a', 'broken', 2, 'charging'),
        word('b', 'broken', 2, 'charging'),
        word('c', 'fine', 1, 'charging'),
        word('d', 'fine', 1, 'charging'),
      ],
      [],
    ],
    [
      'broken again after all was well',
      [word('a', 'fine', 3), word('a', 'broken', 2, 'water'), word('b', 'broken', 2, 'water')],
      ['water'],
    ],
  ])('broken, %s: %j', (_, words, facilities) => {
    expect(trustOf(words, NOW).facilities).toEqual(facilities)
  })

  test('confirmed when somebody last found it open, by how many in the week before that', () => {
    const words = [
      word('a', 'fine', 3 * DAY),
      word('a', 'fine', 4 * DAY),
      word('b', 'fine', 9 * DAY),
      word('c', 'fine', 10 * DAY),
      word('d', 'closed', HOUR),
    ]
    expect(trustOf(words, NOW)).toMatchObject({ confirmedAt: NOW - 3 * DAY, confirmedBy: 2 })
  })
})
