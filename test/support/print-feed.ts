import { readFileSync } from 'node:fs'
import { calendarObject } from '@/cloud/feed/calendar-object'

/** Renders the programme given as JSON on standard input, in the time zone of the environment's TZ. */
const { centre, activities } = JSON.parse(readFileSync(0, 'utf8')) as {
  centre: Parameters<typeof calendarObject>[0]
  activities: Parameters<typeof calendarObject>[1]
}
process.stdout.write(calendarObject(centre, activities))
