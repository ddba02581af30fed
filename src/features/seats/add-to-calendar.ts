import { addToPhoneCalendar } from '@/gateway/device/phone-calendar'
import { inMiniProgram } from '@/gateway/device/sharing'
import { serverNow } from '@/gateway/clock'
import { notice } from '@/ui/notice/notice'
import type { Booking } from './booking'
import { calendarEntries } from './my-bookings'

/** What the button is called: the mini-program can put one entry at a time into the phone. */
export function addToCalendarWords(booking: Booking): string {
  return inMiniProgram && booking.lessons > 1 ? '下一课加到手机日历' : '加到手机日历'
}

/** Puts the times of a seat into the phone's calendar and says how it went. */
export async function addBookingToCalendar(booking: Booking): Promise<void> {
  const outcome = await addToPhoneCalendar(calendarEntries(booking, serverNow()))
  if (outcome === 'added') notice('加到手机日历了')
  if (outcome === 'downloaded') notice('日历文件存好了，打开它就加上')
  if (outcome === 'refused') notice('没加上，手机没有准许写日历')
}
