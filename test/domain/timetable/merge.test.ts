import { addDays } from '@/domain/time/date'
import { HOUR, instantAt } from '@/domain/time/instant'
import { type Said, type Span, type Stands, merged } from '@/domain/timetable/merge'

const lesson = (date: string, time = '09:00'): Span => {
  const startsAt = instantAt(date, time)
  return { startsAt, endsAt: startsAt + HOUR }
}
const TERM = Array.from({ length: 4 }, (_, week) => lesson(addDays('2026-10-10', week * 7)))
const SAID: Said = { title: '书法', host: '示例甲', seats: 20, lessons: TERM }
const STANDS: Stands = {
  ...{ title: '书法', host: '示例甲', place: '三楼', seats: 20, ages: null, feeFen: 0 },
  lessons: TERM,
}
const BEFORE_ALL = instantAt('2026-10-01', '00:00')
const change = (sheet: Partial<Said>, stands: Partial<Stands> = {}, before: Said | null = SAID) =>
  merged({ ...SAID, ...sheet }, before, { ...STANDS, ...stands }, BEFORE_ALL)

test('What the sheet says as it said it changes nothing, and what it does not say neither', () => {
  expect(change({})).toEqual({ to: STANDS, changed: [] })
  expect(change({ seats: undefined, host: undefined }).changed).toEqual([])
  expect(change({}, {}, null).changed).toEqual([])
})

test('What was edited by hand stays; what the sheet changed since, changes', () => {
  const byHand = { host: '示例丙', seats: 30 }
  expect(change({}, byHand)).toMatchObject({ to: byHand, changed: [] })
  expect(change({ seats: 25 }, byHand)).toMatchObject({
    ...{ to: { host: '示例丙', seats: 25 }, changed: ['seats'] },
  })
  // The sheet follows what was done by hand already.
  expect(change({ seats: 30 }, byHand).changed).toEqual([])
})

test('A lesson moved or called off by hand stays so, while the sheet moves another', () => {
  const moved = lesson('2026-10-18', '14:00')
  const stands = [TERM[0]!, moved, TERM[3]!]
  expect(change({}, { lessons: stands }).changed).toEqual([])
  const later = lesson('2026-11-01')
  const sheet = [...TERM.slice(0, 3), later]
  expect(change({ lessons: sheet }, { lessons: stands })).toEqual({
    to: { ...STANDS, lessons: [TERM[0], moved, later] },
    changed: ['lessons'],
  })
})

test('What has begun stays, and nothing is added before', () => {
  const now = TERM[1]!.startsAt
  const sheet = { ...SAID, lessons: [lesson('2026-10-03'), ...TERM.slice(2)] }
  expect(merged(sheet, SAID, STANDS, now).changed).toEqual([])
})

test('Without a sheet before, lessons outside the days of this one are left alone', () => {
  const stands = [...TERM, lesson('2026-12-05')]
  expect(change({}, { lessons: stands }, null).changed).toEqual([])
  const fewer = change({ lessons: [TERM[0]!, TERM[1]!, TERM[3]!] }, { lessons: stands }, null)
  expect(fewer.to.lessons).toEqual([TERM[0], TERM[1], TERM[3], stands[4]])
})
