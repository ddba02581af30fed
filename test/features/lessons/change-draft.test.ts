import {
  beginningAt,
  type ComingLesson,
  daysFor,
  draftOf,
  isAnother,
  peopleInWords,
  type Preview,
  roomInWords,
  spanOf,
  wrongOf,
} from '@/features/lessons/change-draft'

const NOW = Date.parse('2026-11-22T09:00:00+08:00')
const LESSON: ComingLesson = {
  occurrenceId: 'nongye.l3',
  startsAt: '2026-12-05T09:30:00+08:00',
  endsAt: '2026-12-05T11:00:00+08:00',
  place: '二楼书画室',
  ...{ state: 'scheduled', lesson: { number: 3, of: 8 } },
}
const draft = draftOf(LESSON)

describe('the draft of a change of a lesson', () => {
  it('begins as the lesson stands, which is no change but for one that was cancelled', () => {
    expect(spanOf(draft)).toEqual({
      ...{ startsAt: LESSON.startsAt, endsAt: LESSON.endsAt, place: LESSON.place },
    })
    expect(isAnother(draft, LESSON)).toBe(false)
    expect(isAnother(draft, { ...LESSON, state: 'cancelled' })).toBe(true)
    expect(isAnother({ ...draft, place: '操场' }, LESSON)).toBe(true)
  })

  it('stays as long as it was, where the day has room', () => {
    expect(beginningAt(draft, '14:15')).toMatchObject({ from: '14:15', to: '15:45' })
    expect(beginningAt(draft, '23:30')).toMatchObject({ from: '23:30', to: '11:00' })
    expect(beginningAt(draft, '9')).toMatchObject({ from: '9', to: '11:00' })
  })

  it.each([
    [{ from: '9点' }, '写几点开始，比如 09:30'],
    [{ to: '' }, '写几点结束，比如 11:00'],
    [{ to: '09:30' }, '结束要在开始以后'],
    [{ place: ' ' }, '写在哪儿上'],
    [{}, null],
  ])('with %j says %s', (change, said) => {
    expect(wrongOf({ ...draft, ...change })).toBe(said)
  })

  it('offers four weeks, and the lesson’s own day where that is later', () => {
    const days = daysFor(LESSON, NOW).map(({ value }) => value)
    expect(days).toHaveLength(28)
    const far = { ...LESSON, startsAt: '2027-02-06T09:30:00+08:00' }
    expect(daysFor(far, NOW).at(-1)).toEqual({ value: '2027-02-06', label: '2月6日 周六' })
  })

  it('says whom it concerns and who has the room', () => {
    const preview = { people: 12, clashing: 2, room: null } as Preview
    expect(peopleInWords(preview)).toBe('12 人有这一课的座位，其中 2 人那时有别的安排。')
    expect(peopleInWords({ ...preview, clashing: 0 })).toMatch(/那时都没有别的安排。$/)
    expect(roomInWords(preview, '操场', NOW)).toBeNull()
    const room = { title: '童声合唱团', startsAt: LESSON.startsAt, endsAt: LESSON.endsAt }
    expect(roomInWords({ ...preview, room }, '操场', NOW)).toBe(
      '操场那时有“童声合唱团”：12月5日 周六 09:30–11:00。',
    )
  })
})
