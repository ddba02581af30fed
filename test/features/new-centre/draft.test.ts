import { centreOfDraft, EMPTY, hoursInWords, missingIn, pointOf } from '@/features/new-centre/draft'
import { isWeeklyHours } from '@/domain/time/weekly-hours'

const FULL = {
  ...EMPTY,
  ...{ name: ' 示例社区党群服务中心 ', shortName: '示例社区', centreId: 'shili' },
  ...{ address: '示例路', point: '34.7512，113.6106', phone: '0371-00000000', template: null },
}

test('A point is read whichever of its numbers comes first, as long as it lies in China', () => {
  const here = { lat: 34.7512, lng: 113.6106 }
  for (const text of ['113.6106, 34.7512', '34.7512,113.6106', '３４.7512 113.6106']) {
    expect(pointOf(text)).toEqual(here)
  }
  for (const text of ['', '113.6106', '1, 2', '113.6, 34.7, 5', '200, 34']) {
    expect(pointOf(text)).toBeNull()
  }
})

test('Each step says what it lacks, and a full draft is what is asked for', () => {
  expect(missingIn('name', EMPTY)).toBe('先写全名')
  expect(missingIn('name', { ...FULL, centreId: '示例' })).toMatch(/编号/)
  expect(missingIn('place', { ...FULL, point: '1' })).toMatch(/坐标/)
  expect(missingIn('open', { ...FULL, days: [] })).toMatch(/星期/)
  expect(missingIn('open', { ...FULL, closes: '9点' })).toMatch(/08:30/)
  expect(missingIn('template', EMPTY)).toBe('先选一个')
  for (const step of ['name', 'place', 'open', 'template', 'look'] as const) {
    expect(missingIn(step, FULL)).toBeNull()
  }
  const asked = centreOfDraft({ ...FULL, days: [3, 1] })
  expect(asked).toMatchObject({
    ...{ name: '示例社区党群服务中心', template: null },
    location: { lat: 34.7512, lng: 113.6106, datum: 'GCJ-02' },
    hours: [{ days: [1, 3], opens: '08:30', closes: '21:00' }],
  })
  expect(isWeeklyHours(asked.hours)).toBe(true)
  expect(hoursInWords(FULL)).toBe('每天 08:30–21:00')
  expect(hoursInWords({ ...FULL, days: [5, 1] })).toBe('周一、五 08:30–21:00')
})
