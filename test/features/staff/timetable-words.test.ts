import { detailsInWords, lessonsInWords, readInWords } from '@/features/staff/timetable-words'

const lesson = (day: string, from = '09:00', to: string | null = '10:30') => ({
  startsAt: `${day}T${from}:00+08:00`,
  endsAt: to && `${day}T${to}:00+08:00`,
})

test.each([
  ['没有读出时间', []],
  ['2026年9月6日 周日 09:00–10:30', [lesson('2026-09-06')]],
  [
    '周六 09:00–10:30，2026年9月5日到9月19日，共 3 次',
    ['05', '12', '19'].map((d) => lesson(`2026-09-${d}`)),
  ],
  [
    '周六、周日 09:00 开始，2026年9月5日到9月6日，共 2 次',
    ['05', '06'].map((d) => lesson(`2026-09-${d}`, '09:00', null)),
  ],
  [
    '周六 时间不都一样，2026年9月5日到9月12日，共 2 次',
    [lesson('2026-09-05'), lesson('2026-09-12', '14:00', '15:00')],
  ],
  [
    '周六 09:00–10:30，2026年12月26日到2027年1月2日，共 2 次',
    [lesson('2026-12-26'), lesson('2027-01-02')],
  ],
])('%s', (words, lessons) => expect(lessonsInWords(lessons)).toBe(words))

const CLASS = {
  ...{ title: '书法', teacher: '示例王老师', place: null, capacity: 20, lessons: [] },
  ages: { min: 6, max: 10 },
  fee: { free: false, amountFen: 3000, currency: 'CNY' as const },
  cells: ['A2', 'B2', 'C2', 'D2', 'E2'],
}

test('A class in words, and what became of a sheet', () => {
  expect(detailsInWords(CLASS)).toBe('示例王老师 · 20 人 · 6–10 岁 · 30 元')
  const none = { importId: 'x.y', activities: [], questions: [], rejected: [], notes: [] }
  expect(readInWords(none)).toBe('没有读出课来')
  const why = { cell: 'B3', why: '没有写几点开始' }
  expect(readInWords({ ...none, questions: [why] })).toBe('读出 0 门课，1 处要问')
  const read = { ...none, activities: [CLASS], questions: [why], rejected: [why] }
  expect(readInWords(read)).toBe('读出 1 门课，1 处要问，1 处排不了')
})
