import type { PhoneCalendarOutcome } from '@/gateway/device/phone-calendar'

/** What is said after somebody wanted something in their phone's calendar. */
export const CALENDAR_SAID: Readonly<Record<PhoneCalendarOutcome, string>> = {
  added: '加到手机日历了',
  downloaded: '日历文件存好了，打开它就加上',
  refused: '没加上，手机没有准许写日历',
  'not-agreed': '没加进日历。时间在这一页看得到',
}
