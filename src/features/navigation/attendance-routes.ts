import { goBack, openScreen } from '@/gateway/navigation'

const CHECK_IN = '/pages/attendance/check-in/check-in'
const DAY = '/pages/attendance/day/day'
const ROSTER = '/pages/attendance/roster/roster'
const SHEET = '/pages/attendance/sheet/sheet'
const POSTER = '/pages/attendance/poster/poster'
const CONTESTED = '/pages/attendance/contested/contested'

/** Where somebody checks in, and where staff and volunteers mark who is there. */
export const goAttendance = {
  /** With the code that was scanned, or to write its letters. */
  checkIn: (scene?: string): void => openScreen(CHECK_IN, scene ? { scene } : {}),
  /** The lessons of today; at a desk with one of them open beside the list. */
  day: (lesson?: string): void => openScreen(DAY, lesson ? { lesson } : {}),
  roster: (occurrenceId: string): void => openScreen(ROSTER, { occurrenceId }),
  sheet: (occurrenceId: string): void => openScreen(SHEET, { occurrenceId }),
  poster: (): void => openScreen(POSTER),
  contested: (): void => openScreen(CONTESTED),
  back: goBack,
}
