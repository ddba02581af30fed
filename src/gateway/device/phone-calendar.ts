import Taro from '@tarojs/taro'
import { serverNow } from '../clock'
import { type CalendarEntry, icalendarOf } from './icalendar'

export type { CalendarEntry } from './icalendar'

/** `added` only where the phone itself says so; a downloaded file is still the person's to open. */
export type PhoneCalendarOutcome = 'added' | 'downloaded' | 'refused'

/** Puts entries into the phone's calendar: the first one in the mini-program, all as a file in H5. */
export async function addToPhoneCalendar(entries: CalendarEntry[]): Promise<PhoneCalendarOutcome> {
  const [first] = entries
  if (!first) return 'refused'
  if (process.env.TARO_ENV === 'h5') {
    download(icalendarOf(entries, serverNow()), `${first.title}.ics`)
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
  } catch {
    return 'refused'
  }
}

function seconds(instant: string): number {
  return Math.floor(new Date(instant).getTime() / 1000)
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
