/** What phones carry of the package's tables, and in which form (config/calendar), against all of it. */
import * as everything from 'chinese-days'
import arrangements from 'chinese-days/dist/chinese-days.json'
import notices from '../../../config/calendar/notices'
import { addDays } from '@/domain/time/date'

const sources = {
  ...jest.requireActual<object>('chinese-days/src/solar_lunar'),
  ...jest.requireActual<object>('chinese-days/src/solar_terms'),
} as typeof everything

it('knows every announced day since 2024 and its name, and no other', () => {
  const few = JSON.parse(notices(JSON.stringify(arrangements))) as typeof arrangements
  for (const kind of ['holidays', 'workdays'] as const) {
    const all: Record<string, string> = arrangements[kind]
    const told = Object.entries(few[kind]).map(([date, entry]) => [date, entry.split(',')[1]])
    const since = Object.entries(all).filter(([date]) => date >= '2024')
    expect(told.length).toBeGreaterThan(10)
    expect(told).toEqual(since.map(([date, entry]) => [date, entry.split(',')[1]]))
  }
})

it('names the same lunar days and solar terms as the whole package', () => {
  for (let date = '2024-01-01'; date < '2040'; date = addDays(date, 1)) {
    expect(sources.getLunarDate(date)).toEqual(everything.getLunarDate(date))
  }
  for (let year = 1970; year < 2100; year++) {
    const terms = [[1, 'lesser_cold'] as const, [4, 'pure_brightness'] as const]
    for (const [month, term] of terms) {
      const told = sources.getSolarTermDate(year, month, term)
      expect(told).toBe(everything.getSolarTermDate(year, month, term))
    }
  }
})
