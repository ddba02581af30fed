import { lessonsOf } from '@/domain/timetable/lessons'
import { readWhen } from '@/domain/timetable/when'
import { toInstantText } from '@/domain/time/instant'

const short = (instant: number | null) =>
  instant === null ? '?' : toInstantText(instant).slice(5, 16)

/** What a text means in a year, in short: count, first, last, end of the first. */
function meant(text: string, year = 2026, span: { from: string; to: string } | null = null) {
  const { when, left } = readWhen(text)
  const { lessons, questions, impossible } = lessonsOf(when, { year, span })
  const first = lessons[0]
  const last = lessons[lessons.length - 1]
  const range = first
    ? `${lessons.length}: ${short(first.startsAt)}–${short(first.endsAt).slice(6) || '?'} … ${short(last!.startsAt)}`
    : 'none'
  return { range, left: left.join('|'), questions: questions.length, impossible: impossible.length }
}

test.each([
  ['每周四 15:00-16:30', '53: 01-01T15:00–16:30 … 12-31T15:00'],
  ['9月6日起 每周六 上午9点 共8次', '8: 09-12T09:00–? … 10-31T09:00'],
  ['９月６日起　每周六　上午９：００－１０：３０　共８次', '8: 09-12T09:00–10:30 … 10-31T09:00'],
  ['3月—6月 每周二、四 19:00—20:30', '35: 03-03T19:00–20:30 … 06-30T19:00'],
  ['周六日 下午2点半到4点 9月5日-9月27日', '8: 09-05T14:30–16:00 … 09-27T14:30'],
  ['2026年9月6日、13日、20日 9:30-11:00', '3: 09-06T09:30–11:00 … 09-20T09:30'],
  ['9月6、13、20、27日 晚7点-8点半', '4: 09-06T19:00–20:30 … 09-27T19:00'],
  ['每月第二个周六 14:00-16:00 3月至6月', '4: 03-14T14:00–16:00 … 06-13T14:00'],
  ['每月最后一个周五 15时30分 9月-12月', '4: 09-25T15:30–? … 12-25T15:30'],
  ['周一至周五 16:30～17:30（9月7日～9月18日）', '10: 09-07T16:30–17:30 … 09-18T16:30'],
  ['隔周周三 19点-20点30分 9月2日起 共6次', '6: 09-02T19:00–20:30 … 11-11T19:00'],
  ['周二 19:00-20:30，周四 14:00-15:30，9月1日起共10次', '10: 09-01T19:00–20:30 … 10-01T14:00'],
  ['9.6 9.13 9.20 上午9:00-10:30', '3: 09-06T09:00–10:30 … 09-20T09:00'],
  ['2026/10/10 14:00', '1: 10-10T14:00–? … 10-10T14:00'],
  ['11月7日-次年1月16日 每周六 9:00-10:00', '11: 11-07T09:00–10:00 … 01-16T09:00'],
  ['星期三 2:30-4:00 9月', '5: 09-02T14:30–16:00 … 09-30T14:30'],
  ['每周六 9:00-10:30 9月26日起 共4次 国庆停课', '4: 10-10T09:00–10:30 … 10-31T09:00'],
  ['每周六 9:00-10:30 9月26日起 共4次 遇法定节假日顺延', '4: 10-10T09:00–10:30 … 10-31T09:00'],
  ['每周六 9:00-10:30 9月5日起 共4次（9月12日停课）', '4: 09-05T09:00–10:30 … 10-03T09:00'],
  ['九月六日 上午九点至十一点', '1: 09-06T09:00–11:00 … 09-06T09:00'],
  ['周末 10:00-11:30 9月', '8: 09-05T10:00–11:30 … 09-27T10:00'],
  ['每周六上午9-11点 9月', '4: 09-05T09:00–11:00 … 09-26T09:00'],
  ['9月5日（周六）9:00', '1: 09-05T09:00–? … 09-05T09:00'],
  ['每周六 14.00-15.30 9月', '4: 09-05T14:00–15:30 … 09-26T14:00'],
  ['9月7日-9月11日 每天 9:00-11:00', '5: 09-07T09:00–11:00 … 09-11T09:00'],
  ['9月7日-11日 9:00-11:00', '5: 09-07T09:00–11:00 … 09-11T09:00'],
])('%s', (text, range) => {
  expect(meant(text)).toMatchObject({ range, left: '', impossible: 0 })
})

test.each(['25:00开课 9月6日', '2月30日 9:00', '9月31日起 每周六 9:00 共3次'])(
  '%s is impossible',
  (text) => {
    expect(meant(text).impossible).toBeGreaterThan(0)
  },
)
