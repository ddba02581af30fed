import { goBack, openScreen } from '@/gateway/navigation'

const CHECK_IN = '/pages/attendance/check-in/check-in'
const DAY = '/pages/attendance/day/day'
const ROSTER = '/pages/attendance/roster/roster'
const POSTER = '/pages/attendance/poster/poster'
const CONTESTED = '/pages/attendance/contested/contested'

/** Where somebody checks in, and where staff and volunteers mark who is there. */
export const goAttendance = {
  /** With the code that was scanned, or to write its letters. */
  checkIn: (scene?: string): void => openScreen(CHECK_IN, scene ? { scene } : {}),
  day: (): void => openScreen(DAY),
  roster: (occurrenceId: string): void => openScreen(ROSTER, { occurrenceId }),
  poster: (): void => openScreen(POSTER),
  contested: (): void => openScreen(CONTESTED),
  back: goBack,
}
