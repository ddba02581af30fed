import Taro from '@tarojs/taro'
import { serverNow } from '../clock'
import { type CalendarEntry, icalendarOf } from './icalendar'
import { downloadText } from './download-text'
import { wasNotAgreed } from './privacy'

export type { CalendarEntry } from './icalendar'

/**
 * `added` only where the phone itself says so; a downloaded file is still the person's to open. `refused`
 * by the phone, or `not-agreed` by the person before it was asked.
 */
export type PhoneCalendarOutcome = 'added' | 'downloaded' | 'refused' | 'not-agreed'

/** Puts entries into the phone's calendar: the first one in the mini-program, all as a file in H5. */
export async function addToPhoneCalendar(entries: CalendarEntry[]): Promise<PhoneCalendarOutcome> {
  const [first] = entries
  if (!first) return 'refused'
  if (process.env.TARO_ENV === 'h5') {
    downloadText(icalendarOf(entries, serverNow()), `${first.title}.ics`, 'text/calendar')
    return 'downloaded'
  }
  try {
    await Taro.addPhoneCalendar({
      title: first.title,
      startTime: seconds(first.startsAt),
      endTime: String(seconds(first.endsAt)),
      location: first.place,
      description: first.note,
      alarm: true,
      alarmOffset: 7200,
    })
    return 'added'
  } catch (error) {
    return wasNotAgreed(error) ? 'not-agreed' : 'refused'
  }
}

function seconds(instant: string): number {
  return Math.floor(new Date(instant).getTime() / 1000)
}
