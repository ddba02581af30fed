import { stationOpening } from '@/domain/stations/opening'
import {
  facilitiesOf,
  openingTag,
  stationInWords,
  trustInBrief,
  trustInWords,
} from '@/features/stations/station-words'
import { saidInWords, thanksFor } from '@/features/stations/report-words'
import { ageInWords } from '@/features/stations/list-age'
import { ALWAYS, BY_DAY, NOW, station } from './station'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const at = (ago: number) => station(100, { confirmedAt: NOW - ago, confirmedBy: 1 })
const doubted = station(100, {
  confirmedAt: NOW - HOUR,
  doubtUntil: NOW + HOUR,
  doubtedBy: 2,
})

it('says when somebody last found it open', () => {
  expect(trustInWords(at(40 * MINUTE), NOW)).toBe('40 分钟前有人说开着')
  expect(trustInWords(at(26 * HOUR), NOW)).toBe('昨天有人说开着')
  expect(trustInWords(station(100), NOW)).toBe('还没有人确认过')
  expect(trustInBrief(at(26 * HOUR), NOW)).toBe('昨天确认')
  expect(trustInBrief(at(3 * HOUR), NOW)).toBe('3 小时前确认')
})

it('says that several people found it locked, for as long as that counts', () => {
  expect(trustInWords(doubted, NOW)).toBe('近半天 2 人说锁门')
  expect(openingTag(doubted, { open: true, until: 'always' }, NOW)).toEqual({
    tone: 'waiting',
    text: '可能关闭',
  })
  expect(trustInWords(doubted, NOW + HOUR)).toBe('2 小时前有人说开着')
})

it('says whether it is open by its hours', () => {
  const tag = (hours: typeof ALWAYS | null) =>
    openingTag(station(1), hours && stationOpening(hours, NOW, {}), NOW)
  expect(tag(ALWAYS)).toEqual({ tone: 'free', text: '24 小时' })
  expect(tag(BY_DAY)).toEqual({ tone: 'full', text: '明天 08:00 开门' })
  expect(tag(null)).toEqual({ tone: 'quiet', text: '开放时间不详' })
})

it('says what is there and what is broken, in the order of screens', () => {
  const facilities = { wifi: 'doubted', charging: 'working', microwave: 'broken' } as const
  expect(facilitiesOf(facilities).map(({ name }) => name)).toEqual(['充电', '微波炉', 'Wi-Fi'])
  const sentence = stationInWords(
    {
      station: station(280, { facilities, entrance: '东门扫码进' }),
      distance: 280,
      opening: { open: true, until: 'always' },
    },
    NOW,
  )
  expect(sentence).toBe(
    '280 米处的驿站，280 米，24 小时，还没有人确认过，东门扫码进，有充电、微波炉坏了、Wi-Fi可能坏了',
  )
})

it('says how old the list is once it is not the server’s own', () => {
  const fresh = {
    savedAt: NOW - 21 * HOUR,
    copied: false,
    offline: false,
    failure: null,
    busy: false,
  }
  expect(ageInWords(fresh, NOW)).toBeNull()
  expect(ageInWords({ ...fresh, copied: true }, NOW)).toBe('名单存于昨天 23:00')
  expect(ageInWords({ ...fresh, offline: true }, NOW)).toBe('没有网络，名单存于昨天 23:00')
  expect(ageInWords({ ...fresh, savedAt: 0, offline: true }, NOW)).toBeNull()
})

describe('after a word about a station', () => {
  const told = {
    stationId: 'nongye.s1',
    reportedAt: '2026-11-24T20:00:00+08:00',
    facilities: [{ facility: 'charging' as const, state: 'working' as const }],
    lastConfirmed: null,
    doubt: null,
  }

  it('says that one more person is needed, then what others see', () => {
    expect(thanksFor('closed', null, told).next).toBe('再有一个人这样说，就会提醒附近的骑手。')
    const doubt = { until: told.reportedAt, by: 2 }
    expect(thanksFor('closed', null, { ...told, doubt }).next).toContain('可能关闭')
    expect(thanksFor('broken', 'charging', told).next).toContain('再有一个人说充电坏了')
    const facilities = [{ facility: 'charging' as const, state: 'doubted' as const }]
    expect(thanksFor('broken', 'charging', { ...told, facilities }).next).toContain('已经标出来')
    expect(thanksFor('moved', null, told).next).toContain('再有一个人')
    expect(thanksFor('fine', null, told).next).toContain('有人说开着')
  })

  it('repeats it in the person’s own list', () => {
    expect(saidInWords('closed', null)).toBe('说锁着门')
    expect(saidInWords('broken', 'microwave')).toBe('说微波炉坏了')
    expect(saidInWords('moved', null)).toBe('说搬走了')
  })
})
