import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { HOUR } from '@/domain/time/instant'

dayjs.extend(utc)

/** The one time zone of the product, as a TZID. */
export const TIME_ZONE = 'Asia/Shanghai'

/**
 * Asia/Shanghai as a VTIMEZONE (RFC 5545, 3.6.5). Since 16 September 1991 it has been UTC+8 all
 * year round; nothing in a feed is older.
 */
export const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${TIME_ZONE}`,
  `X-LIC-LOCATION:${TIME_ZONE}`,
  'BEGIN:STANDARD',
  'DTSTART:19910915T010000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

/**
 * An instant as the wall clock in Asia/Shanghai shows it, whatever the zone of this process: the
 * calendar library writes the fields of such a date as they are.
 */
export function wallClock(instant: number) {
  return dayjs.utc(instant + 8 * HOUR)
}
