/** Prints what the calendar says of a few days; a test starts it in several time zones. */
import { holidayMark } from '@/domain/calendar/holidays'
import { dayOfChineseCalendar } from '@/domain/calendar/lunar'

const dates = ['2026-11-22', '2026-11-21', '2026-02-17', '2026-10-01', '2026-10-10']
const said = dates.map((date) => [dayOfChineseCalendar(date).festival, holidayMark(date)])
process.stdout.write(said.join())
