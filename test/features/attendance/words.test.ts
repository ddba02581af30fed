import { CODE_PERIOD } from '@/domain/attendance/one-time-code'
import { STRIKE_WEIGHT } from '@/domain/attendance/strike'
import { SECOND } from '@/domain/time/instant'
import { checkedInWords, whoIsThere } from '@/features/attendance/check-in-words'
import { secondsLeft } from '@/features/attendance/code-time'
import { contestedWhat, lapsesInWords, plainReason } from '@/features/attendance/contested-words'
import { lessonRow } from '@/features/attendance/lesson-rows'
import { markable, whyNotMarkable } from '@/features/attendance/lesson-time'
import { lessonsNow } from '@/features/attendance/lessons-now'
import { marksBesides, thereInWords } from '@/features/attendance/mark-words'
import { isOnNow, marksNow } from '@/features/attendance/marks-now'
import { returnedInWords } from '@/features/attendance/returned-words'
import {
  canContest,
  RULE,
  standingInWords,
  type Strike,
  strikeStanding,
  strikeWhat,
  timesInWords,
} from '@/features/attendance/strike-words'
import { booking } from '../seats/bookings'

const time = (text: string) => new Date(`2026-11-26T${text}:00+08:00`).getTime()
/** The lecture of test/features/seats/bookings: 15:00–16:30. */
const LESSON = { startsAt: '2026-11-26T15:00:00+08:00', endsAt: '2026-11-26T16:30:00+08:00' }

it('says how long a code is shown, in steps that hold', () => {
  const left = [0, 1, 5_000, 5_001, 29_999].map((ms) => secondsLeft(7 * CODE_PERIOD + ms))
  expect(left).toEqual([30, 30, 25, 25, 5])
  expect(secondsLeft(CODE_PERIOD)).toBe(CODE_PERIOD / SECOND)
})

describe('a lesson', () => {
  it.each([
    ['14:14', 'too-early', '今天 14:15 起可以点名，现在先看名单。'],
    ['14:15', 'open', null],
    ['16:45', 'open', null],
  ])('at %s is %s', (at, state, why) => {
    expect(markable(LESSON, time(at))).toBe(state)
    expect(whyNotMarkable(LESSON, time(at))).toBe(why)
  })

  it('is closed a day after its end', () => {
    const dayAfter = time('16:30') + 24 * 3_600_000
    expect([dayAfter - 1, dayAfter].map((now) => markable(LESSON, now))).toEqual(['open', 'closed'])
    expect(whyNotMarkable(LESSON, dayAfter)).toBe('这一课的点名收了，名单只能看。')
  })

  it('is one to check in to from 45 minutes before it until its end', () => {
    const mine = booking()
    expect(['14:14', '14:15', '16:29', '16:30'].map((at) => isOnNow(mine, time(at)))).toEqual([
      ...[false, true, true, false],
    ])
    const off = booking({ occurrences: [{ ...mine.occurrences[0]!, state: 'cancelled' }] })
    expect(lessonsNow([off, booking({ status: 'cancelled' })], time('15:00'))).toEqual([])
    expect(lessonsNow([mine], time('15:00'), 'tongfu')).toEqual([])
  })

  it('says who of a booking is there', () => {
    const self = { attendeeId: 'self', mark: 'present' as const }
    const child = { attendeeId: 'm-aaaaaaaaaaaaaaaa', mark: 'late' as const }
    const attendees = [self, child].map(({ attendeeId }) => ({
      ...{ attendeeId, name: attendeeId === 'self' ? null : '小满', status: 'booked' as const },
      ...{ number: null, state: null },
    }))
    const withMarks = (marks: (typeof self | typeof child)[]) =>
      booking({ attendees, occurrences: [{ ...booking().occurrences[0]!, marks }] })
    expect(marksNow(withMarks([]), time('15:00'))).toBeNull()
    expect(marksNow(withMarks([self]), time('15:00'))).toBe('到了')
    expect(marksNow(withMarks([self, child]), time('15:00'))).toBe('我 到了，小满 迟到')
    expect(whoIsThere({ attendees: [self, child] }, [withMarks([])])).toBe('我 到了，小满 迟到')
    expect(whoIsThere({ attendees: [child] }, [])).toBe('一位家里人 迟到')
  })

  it('says in a row how many are there', () => {
    const row = {
      ...{
        occurrenceId: 'nongye.o1',
        activityId: 'nongye.a1',
        title: '零基础吉他',
        place: '音乐教室',
      },
      ...{ category: 'night-school' as const, state: 'scheduled' as const, ...LESSON },
      ...{ lesson: { number: 4, of: 12 }, expected: 20, there: 12, excused: 2 },
    }
    expect(lessonRow(row)).toMatchObject({
      tag: { text: '12 / 20' },
      label: '零基础吉他 第 4 / 12 课，15:00–16:30，音乐教室，12 / 20 到了，2 位请过假',
    })
    expect(lessonRow({ ...row, there: 20 }).tag.text).toBe('到齐了')
    expect(lessonRow({ ...row, expected: 0, there: 0 }).tag.text).toBe('没人报')
    expect(lessonRow({ ...row, state: 'cancelled' })).toMatchObject({
      off: true,
      tag: { text: '取消了' },
    })
    expect(thereInWords({ expected: 0, there: 0, excused: 0 })).toBe('没有人报')
  })
})

it('thanks whoever comes, late or not', () => {
  const lesson = (mark: 'present' | 'late') => ({
    ...{ occurrenceId: 'nongye.o1', title: '吉他', place: '教室', startsAt: LESSON.startsAt },
    ...{ lesson: null, attendees: [{ attendeeId: 'self', mark }] },
  })
  expect(checkedInWords([lesson('present')]).title).toBe('签上了')
  expect(checkedInWords([lesson('late')])).toEqual({
    title: '来了就好',
    next: '晚了一点，没有关系，快进去吧。',
  })
})

it('offers every mark but the one that is set', () => {
  expect(marksBesides('late').map(({ mark }) => mark)).toEqual([
    ...['present', 'excused', 'absent', null],
  ])
})

it('says whose mark came back, and why', () => {
  const input = {
    occurrenceId: 'nongye.o1',
    attendeeKey: 'a',
    mark: 'late',
    seenAt: LESSON.startsAt,
  }
  const intent = { requestId: 'r1', operation: 'attendance.mark', createdAt: 0, input }
  const facts = { endsAt: LESSON.endsAt }
  const failure = { ok: false, code: 'OVER', facts, traceId: 't' }
  expect(returnedInWords({ intent, failure } as never, [], time('17:00'))).toMatch(
    /^一位：这一课的点名已经收了。今天 16:30 下的课/,
  )
})

const strike = (change: Partial<Strike> = {}): Strike => ({
  strikeId: 'nongye.s1',
  kind: 'absent',
  state: 'standing',
  weight: STRIKE_WEIGHT.absent,
  title: '零基础吉他',
  ...LESSON,
  struckAt: '2026-11-27T16:30:00+08:00',
  expiresAt: '2027-02-01T00:00:00+08:00',
  contestedAt: null,
  reason: null,
  centreName: '农业银行社区',
  ...change,
})

describe('what not coming leaves behind', () => {
  it.each([
    [0, '0 次'],
    [1, '半次'],
    [2, '1 次'],
    [3, '1 次半'],
    [6, '3 次'],
  ])('%d weighs %s', (weight, words) => expect(timesInWords(weight)).toBe(words))

  it('is told in three sentences with the figures of the rule', () => {
    expect(RULE).toHaveLength(3)
    expect(RULE.join('')).toMatch(/记 1 次.*只记半次.*记满 3 次.*最多晚 24 小时/)
  })

  it.each([
    ['standing', '算着', '2月1日 周一清零。', true],
    ['contested', '先不算', '您说了，工作人员看之前先不算；7 天没人看，自动撤销。', false],
    ['upheld', '还算', '工作人员说：名单上没有。2月1日 周一清零。', false],
    ['waived', '撤销了', '工作人员说：名单上没有', false],
  ] as const)('that is %s says %s', (state, tag, words, contestable) => {
    const one = strike({ state, reason: '名单上没有' })
    expect(strikeStanding(one, time('18:00'))).toMatchObject({ tag: { text: tag }, words })
    expect(canContest(one, time('18:00'))).toBe(contestable)
  })

  it('counts no more once the term is over, and cannot be contested then', () => {
    const later = new Date('2027-02-01T00:00:00+08:00').getTime()
    expect(strikeStanding(strike(), later).tag.text).toBe('清零了')
    expect(canContest(strike(), later)).toBe(false)
  })

  it('says what it was and what it counts', () => {
    expect(strikeWhat(strike())).toBe('没来，记 1 次')
    expect(strikeWhat(strike({ kind: 'late-cancel', weight: 1 }))).toBe('退晚了，记半次')
    expect(strikeWhat(strike({ state: 'waived' }))).toBe('没来')
  })

  it('says of a centre what counts now and what it leads to', () => {
    const standing = {
      ...{ centreId: 'nongye', centreName: '农业银行社区', weight: 3, delaysFrom: 6 },
      ...{ delayHours: null, until: '2027-02-01T00:00:00+08:00' },
    }
    expect(standingInWords(standing)).toEqual({
      title: '农业银行社区：现在算 1 次半',
      note: '报名跟大家一样。满 3 次才会晚，2月1日清零。',
    })
    expect(standingInWords({ ...standing, weight: 6, delayHours: 24 }).note).toBe(
      '报名开放以后，您晚一点能报，最多晚 24 小时，到 2月1日为止。',
    )
    expect(standingInWords({ ...standing, weight: 0 }).note).toContain('没有算着的')
  })
})

it('tells staff who contests what, and until when they can look', () => {
  const contested = {
    ...strike({ state: 'contested' }),
    ...{ name: '示例居民', codeEnds: '7K2M', lapsesAt: '2026-11-29T16:30:00+08:00' },
  }
  expect(contestedWhat(contested, time('18:00'))).toBe('零基础吉他，今天 15:00，没来，记 1 次')
  expect(lapsesInWords(contested, time('18:00'))).toBe('还有 3 天，没人看就自动撤销')
  expect(plainReason(` 漏${String.fromCharCode(10)}记 `)).toBe('漏 记')
})
