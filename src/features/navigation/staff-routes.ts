import { openScreen } from '@/gateway/navigation'

const LIMITS = '/pages/staff/limits/limits'
const TIMETABLE = '/pages/staff/timetable/timetable'

/** What staff set for bookings, and how their timetable is read. */
export const goStaff = {
  limits: (): void => openScreen(LIMITS),
  timetable: (): void => openScreen(TIMETABLE),
}
