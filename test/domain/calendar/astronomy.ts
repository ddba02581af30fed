/**
 * The sun and the moon after Jean Meeus, Astronomical Algorithms (2nd edition), chapters 25 and
 * 49: an independent ground for the Chinese calendar, which is defined by them (GB/T 33661-2017).
 * Good to about a quarter of an hour, so days are only certain away from midnight.
 */
import { DAY, HOUR, MINUTE } from '@/domain/time/instant'

const RADIAN = Math.PI / 180
const EPOCH_JULIAN = 2_440_587.5
export const UNCERTAINTY = 20 * MINUTE

/** Seconds that clocks lag behind the uniform time of the formulas (Espenak and Meeus). */
function deltaT(year: number): number {
  const t = year - 2000
  if (year < 1986) return 45.45 + 1.067 * (year - 1975)
  if (year < 2005) return 63.86 + 0.3345 * t
  if (year < 2050) return 62.92 + 0.32217 * t + 0.005589 * t * t
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)
}

function instantOf(julianEphemerisDay: number): number {
  const uniform = (julianEphemerisDay - EPOCH_JULIAN) * DAY
  return uniform - deltaT(new Date(uniform).getUTCFullYear()) * 1000
}

/** The apparent longitude of the sun, in degrees. */
function solarLongitude(julianEphemerisDay: number): number {
  const t = (julianEphemerisDay - 2_451_545) / 36_525
  const anomaly = (357.52911 + 35_999.05029 * t) * RADIAN
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly)
  const node = (125.04 - 1_934.136 * t) * RADIAN
  const mean = 280.46646 + 36_000.76983 * t
  return mean + centre - 0.00569 - 0.00478 * Math.sin(node)
}

/** When the sun reaches a longitude (degrees) within the month that begins at `from` (ms). */
export function solarTermInstant(longitude: number, from: number): number {
  const away = (day: number) =>
    ((((solarLongitude(day) - longitude + 540) % 360) + 360) % 360) - 180
  let [before, after] = [from / DAY + EPOCH_JULIAN - 3, from / DAY + EPOCH_JULIAN + 34]
  for (let step = 0; step < 40; step += 1) {
    const middle = (before + after) / 2
    if (away(middle) < 0) before = middle
    else after = middle
  }
  return instantOf(before)
}

/** The instant of the kth new moon since January 2000. */
export function newMoonInstant(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t
  const sun = (2.5534 + 29.1053567 * k) * RADIAN
  const moon = (201.5643 + 385.81693528 * k + 0.0107582 * t * t) * RADIAN
  const latitude = (160.7108 + 390.67050284 * k - 0.0016118 * t * t) * RADIAN
  const node = (124.7746 - 1.56375588 * k) * RADIAN
  const sin = Math.sin
  return instantOf(
    2_451_550.09766 +
      29.530588861 * k +
      0.00015437 * t * t -
      0.4072 * sin(moon) +
      0.17241 * e * sin(sun) +
      0.01608 * sin(2 * moon) +
      0.01039 * sin(2 * latitude) +
      0.00739 * e * sin(moon - sun) -
      0.00514 * e * sin(moon + sun) +
      0.00208 * e * e * sin(2 * sun) -
      0.00111 * sin(moon - 2 * latitude) -
      0.00057 * sin(moon + 2 * latitude) +
      0.00056 * e * sin(2 * moon + sun) -
      0.00042 * sin(3 * moon) +
      0.00042 * e * sin(sun + 2 * latitude) +
      0.00038 * e * sin(sun - 2 * latitude) -
      0.00024 * e * sin(2 * moon - sun) -
      0.00017 * sin(node) +
      0.000325 * sin((299.77 + 0.107408 * k - 0.009173 * t * t) * RADIAN),
  )
}

/** Whether an instant is so near to midnight at UTC+8 that the formulas cannot tell the day. */
export function isNearMidnight(instant: number): boolean {
  const time = (instant + 8 * HOUR) % DAY
  return time < UNCERTAINTY || time > DAY - UNCERTAINTY
}
