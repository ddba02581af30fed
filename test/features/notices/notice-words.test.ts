import {
  changeInWords,
  clashInWords,
  spanInWords,
  whatInWords,
} from '@/features/notices/notice-words'

const NOW = Date.parse('2026-11-22T09:00:00+08:00')
const from = {
  startsAt: '2026-12-05T09:30:00+08:00',
  endsAt: '2026-12-05T11:00:00+08:00',
  place: '二楼书画室',
}

test('A notice says what was changed, and how', () => {
  expect(whatInWords({ title: '公益书法', lesson: { number: 3, of: 8 } })).toBe('公益书法 第 3 课')
  expect(whatInWords({ title: '社区大讲堂', lesson: null })).toBe('社区大讲堂')
  expect(changeInWords({ from, to: null })).toBe('不上了')
  expect(changeInWords({ from, to: { ...from, place: '操场' } })).toBe('换地方了')
  expect(changeInWords({ from, to: { ...from, startsAt: '2026-12-05T10:00:00+08:00' } })).toBe(
    '改期了',
  )
  expect(spanInWords(from, NOW)).toBe('12月5日 周六 09:30–11:00，二楼书画室')
})

test('A clash names whose it is, as far as the reader knows them', () => {
  const clash = { ...from, bookingId: 'nongye.b1', title: '围棋启蒙' }
  const said = (attendeeId: string | null, name: string | null) =>
    clashInWords({ ...clash, attendeeId, name }, NOW)
  expect(said('self', null)).toBe('您那时还有“围棋启蒙”：12月5日 周六 09:30–11:00')
  expect(said('m-aaaaaaaaaaaaaaaa', '小满')).toMatch(/^小满那时还有/)
  expect(said(null, null)).toMatch(/^一位家里人那时还有/)
})
