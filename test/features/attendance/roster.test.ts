import type { Attendee } from '@/features/attendance/roster'
import {
  broughtByCode,
  countsOf,
  found,
  nameOf,
  noteOf,
  unsentOf,
  withUnsent,
} from '@/features/attendance/roster'
import {
  keptScanInWords,
  scannedInWords,
  unreadableInWords,
} from '@/features/attendance/scan-words'
import type { Intent } from '@/gateway/call/intents'

const LESSON = { startsAt: '2026-11-26T19:00:00+08:00', endsAt: '2026-11-26T20:30:00+08:00' }
const at = (time: string) => `2026-11-26T${time}:00+08:00`

const person = (attendeeKey: string, change: Partial<Attendee> = {}): Attendee => ({
  attendeeKey,
  name: '示例老王',
  broughtBy: null,
  codeEnds: 'VVGP',
  guest: false,
  mark: null,
  means: null,
  markedAt: null,
  ...change,
})
const child = person('b', { name: '小满', broughtBy: '示例家长', codeEnds: '7F38' })
const parent = person('c', { name: null, codeEnds: '7F38' })

let made = 0
const intent = (operation: string, input: object): Intent =>
  ({
    requestId: `r${++made}`,
    operation,
    createdAt: 0,
    input: { occurrenceId: 'nongye.o1', ...input },
  }) as never
const marked = (attendeeKey: string, mark: string | null, time: string) =>
  intent('attendance.mark', { attendeeKey, mark, seenAt: at(time) })
const scanned = (checkInCode: string, time: string) =>
  intent('attendance.scan', { checkInCode, oneTimeCode: '123456', scannedAt: at(time) })

const marksOf = (attendees: Attendee[], ...kept: Intent[]) =>
  withUnsent(attendees, LESSON, kept).map(({ mark, unsent }) => (unsent ? `${mark}*` : mark))

describe('a roster with what a phone has not sent yet', () => {
  it('shows the last that was said of somebody, whatever came first', () => {
    const king = person('a')
    expect(marksOf([king], marked('a', 'absent', '19:10'), marked('a', 'late', '19:20'))).toEqual([
      'late*',
    ])
    expect(marksOf([king], marked('a', 'late', '19:20'), marked('a', 'absent', '19:10'))).toEqual([
      'late*',
    ])
    expect(marksOf([king], marked('a', 'present', '19:00'), marked('a', null, '19:01'))).toEqual([
      'null*',
    ])
  })

  it('leaves what others saw later, and whoever is not meant', () => {
    const seen = person('a', { mark: 'absent', means: 'roster', markedAt: at('19:30') })
    expect(marksOf([seen, child], marked('a', 'late', '19:20'))).toEqual(['absent*', null])
  })

  it('checks in everybody whom a code brings, late after a quarter of an hour', () => {
    expect(marksOf([person('a'), child, parent], scanned('EWEP7F38', '18:50'))).toEqual([
      null,
      'present*',
      'present*',
    ])
    expect(marksOf([child], scanned('EWEP7F38', '19:16'))).toEqual(['late*'])
    expect(marksOf([child], scanned('EWEP7F38', '12:00'))).toEqual([null])
  })

  it('takes only what is meant for this lesson and this desk', () => {
    const other = { ...marked('a', 'late', '19:00') }
    other.input = { ...other.input, occurrenceId: 'nongye.o2' }
    const seat = intent('seats.book', { poolId: 'nongye.p1' })
    expect(unsentOf('nongye.o1', [other, seat, marked('a', 'late', '19:00')])).toHaveLength(1)
  })
})

it('counts who is expected, there and excused', () => {
  const marks = ['present', 'late', 'absent', 'excused', null] as const
  expect(countsOf(marks.map((mark) => ({ mark })))).toEqual({ expected: 5, there: 2, excused: 1 })
})

describe('finding somebody', () => {
  const listed = withUnsent([person('a'), child, parent], LESSON, [])
  const keys = (typed: string) => found(listed, typed).map(({ attendeeKey }) => attendeeKey)

  it('goes by a part of the name, of who brings them, or the end of the code', () => {
    expect(keys('老王')).toEqual(['a'])
    expect(keys('家长')).toEqual(['b'])
    expect(keys('f38')).toEqual(['b', 'c'])
    expect(keys('EWEP 7F38')).toEqual(['b', 'c'])
    expect(keys(' ')).toEqual(['a', 'b', 'c'])
    expect(keys('没有的人')).toEqual([])
  })

  it('calls whoever has no name by their code', () => {
    expect(nameOf(parent)).toBe('签到码末尾 7F38')
    expect(listed.map(noteOf)).toEqual(['码尾 VVGP', '示例家长带来 · 码尾 7F38', ''])
  })
})

describe('what a scan says', () => {
  const scan = { seats: 1, fresh: 1, mark: 'present' as const, initials: ['张'] }

  it.each([
    [{}, '张** 到了', '请进。'],
    [{ seats: 2, fresh: 2, initials: ['张', null] }, '张** 等 2 人 到了', '请进。'],
    [{ seats: 2, fresh: 2, initials: [null, null] }, '2 人 到了', '请进。'],
    [{ seats: 2, fresh: 1 }, '张** 等 2 人 到了', '其中 1 位早就记过了。'],
    [{ mark: 'late' as const }, '张** 到了', '记作迟到，没有关系。'],
    [{ fresh: 0 }, '张** 记过了', '刚才已经签上了，请进。'],
    [{ initials: [null] }, '到了', '请进。'],
  ])('%j', (change, title, next) => {
    expect(scannedInWords({ ...scan, ...change })).toEqual({ ok: true, title, next })
  })

  it('names whom this phone knows where no answer came', () => {
    const listed = withUnsent([child, parent], LESSON, [])
    expect(keptScanInWords(broughtByCode(listed, 'EWEP7F38')).title).toBe('小满 等 2 人 到了')
    expect(keptScanInWords([]).title).toBe('先记下了')
  })

  it('tells a code that does not change from one that is none of ours', () => {
    expect(unreadableInWords('EWEP7F38').title).toBe('这张码不会自己换')
    expect(unreadableInWords('https://example.org')).toMatchObject({
      ok: false,
      title: '这不是签到码',
    })
  })
})
