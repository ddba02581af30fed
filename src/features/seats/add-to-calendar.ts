import { addToPhoneCalendar } from '@/gateway/device/phone-calendar'
import { inMiniProgram } from '@/gateway/device/sharing'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import { CALENDAR_SAID } from '../calendar-outcome'
import type { Booking } from './booking'
import { calendarEntries } from './my-bookings'

/** What the button is called: the mini-program can put one entry at a time into the phone. */
export function addToCalendarWords(booking: Booking): string {
  return inMiniProgram && booking.lessons > 1 ? '下一课加到手机日历' : '加到手机日历'
}

/** Puts the times of a seat into the phone's calendar and says how it went. */
export async function addBookingToCalendar(booking: Booking): Promise<void> {
  notice(CALENDAR_SAID[await addToPhoneCalendar(calendarEntries(booking, serverNow()))])
}
