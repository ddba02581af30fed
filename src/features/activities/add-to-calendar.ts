import { serverNow } from '@/gateway/clock'
import { addToPhoneCalendar } from '@/gateway/device/phone-calendar'
import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { parseInstant } from '@/domain/time/instant'
import { notice } from '@/ui/notice/notice'
import { CALENDAR_SAID } from '../calendar-outcome'
import type { Activity, Occurrence } from './activity-words'

/** Puts what is looked at into the phone's calendar, booked or not. */
export async function addOccurrences(
  activity: Activity,
  occurrences: readonly Occurrence[],
  centreName: string,
): Promise<void> {
  const now = serverNow()
  const entries = occurrences
    .filter(({ state, endsAt }) => state !== 'cancelled' && parseInstant(endsAt) > now)
    .map(({ occurrenceId, startsAt, endsAt, place, topic, lesson }) => ({
      uid: `${occurrenceId}@changlai`,
      title: occurrenceTitle(activity.title, { topic, lesson }),
      place: `${centreName} ${place}`,
      note: activity.bring ?? '',
      startsAt,
      endsAt,
    }))
  notice(CALENDAR_SAID[await addToPhoneCalendar(entries)])
}
