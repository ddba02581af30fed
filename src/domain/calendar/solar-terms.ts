import { type SolarTerm, getSolarTermDate } from 'chinese-days'
import { addDays } from '@/domain/time/date'

type Term = SolarTerm['term']

/** The two solar terms of each month of the Gregorian calendar, from January. */
const TERMS: readonly (readonly [Term, string])[] = [
  ['lesser_cold', '小寒'],
  ['greater_cold', '大寒'],
  ['the_beginning_of_spring', '立春'],
  ['rain_water', '雨水'],
  ['the_waking_of_insects', '惊蛰'],
  ['the_spring_equinox', '春分'],
  ['pure_brightness', '清明'],
  ['grain_rain', '谷雨'],
  ['the_beginning_of_summer', '立夏'],
  ['lesser_fullness_of_grain', '小满'],
  ['grain_in_beard', '芒种'],
  ['the_summer_solstice', '夏至'],
  ['lesser_heat', '小暑'],
  ['greater_heat', '大暑'],
  ['the_beginning_of_autumn', '立秋'],
  ['the_end_of_heat', '处暑'],
  ['white_dew', '白露'],
  ['the_autumn_equinox', '秋分'],
  ['code_dew', '寒露'],
  ['frost_descent', '霜降'],
  ['the_beginning_of_winter', '立冬'],
  ['lesser_snow', '小雪'],
  ['greater_snow', '大雪'],
  ['the_winter_solstice', '冬至'],
]

/**
 * Days by which the package is off, found by computing the sun's longitude for 1970 to 2099: its
 * table of the 20th century puts 立秋 twenty days late, and three single terms are a day off.
 */
function correction(year: number, term: Term): number {
  if (term === 'the_beginning_of_autumn' && year < 2000) return -20
  if (term === 'the_winter_solstice' && (year === 1980 || year === 1984)) return 1
  if (term === 'greater_cold' && year === 2000) return -1
  return 0
}

/**
 * The package makes a day at midnight UTC and writes it in the process's own zone, so west of
 * Greenwich it names the day before. Undone here, because the answer must not hang on a zone.
 */
function withoutProcessZone(written: string): string {
  const [year, month, day] = written.split('-').map(Number)
  const midnight = new Date(Date.UTC(year!, month! - 1, day))
  return midnight.getDate() === day ? written : addDays(written, 1)
}

/** The solar term (节气) that begins on a day from 1970 to 2099, or null. */
export function solarTermOn(date: string): string | null {
  const [year, month] = date.split('-').map(Number)
  for (const [term, name] of TERMS.slice(month! * 2 - 2, month! * 2)) {
    const written = withoutProcessZone(getSolarTermDate(year!, month!, term))
    if (addDays(written, correction(year!, term)) === date) return name
  }
  return null
}
