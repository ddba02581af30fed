import { parseInstant } from '@/domain/time/instant'
import { hourInWords, spokenMoment, untilHourInWords } from '@/domain/time/spoken'

const at = (time: string, date = '2026-11-26') => parseInstant(`${date}T${time}:00+08:00`)

it.each([
  ['00:05', '凌晨 0 点 5 分'],
  ['07:30', '早上 7 点半'],
  ['09:00', '上午 9 点'],
  ['11:45', '上午 11 点 45 分'],
  ['12:00', '中午 12 点'],
  ['12:30', '中午 12 点半'],
  ['13:00', '下午 1 点'],
  ['17:59', '下午 5 点 59 分'],
  ['18:00', '晚上 6 点'],
  ['23:30', '晚上 11 点半'],
])('says %s as people do', (time, words) => {
  expect(hourInWords(at(time))).toBe(words)
})

it('says the day before the hour', () => {
  const now = at('08:00')
  expect(spokenMoment(at('15:00'), now)).toBe('今天 下午 3 点')
  expect(spokenMoment(at('09:30', '2026-12-05'), now)).toBe('12月5日 周六 上午 9 点半')
})

it('says the part of the day once, where it is the same', () => {
  expect(untilHourInWords(at('15:00'), at('16:30'))).toBe('到 4 点半')
  expect(untilHourInWords(at('16:00'), at('18:00'))).toBe('到晚上 6 点')
  expect(untilHourInWords(at('09:00'), at('12:00'))).toBe('到中午 12 点')
})
