import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { occurrenceTitle } from '@/domain/calendar/occurrence-title'
import { SEALS } from '@/domain/calendar/seal'
import { MINUTE } from '@/domain/time/instant'
import type { FeedActivity, FeedCentre, FeedOccurrence } from '@/cloud/store/queries/feed'
import { eventsOf, type Series } from './series'
import { TIME_ZONE, VTIMEZONE, wallClock } from './time-zone'

/**
 * The public calendar of a centre as an iCalendar object (RFC 5545): a VTIMEZONE, one repeating
 * VEVENT for each activity with its exceptions, cancelled occurrences as CANCELLED. The same
 * programme always gives the same text. GEO is left out: it means WGS-84, and ours is GCJ-02.
 */
export function calendarObject(centre: FeedCentre, activities: readonly FeedActivity[]): string {
  const calendar = ical({
    name: centre.name.replace(/\s+/g, ' '),
    prodId: { company: 'changlai', product: 'calendar', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    // Without a name, so that DTSTAMP and its kin stay in UTC as they must.
    timezone: { name: null, generator: () => VTIMEZONE },
  })
  for (const activity of activities) addActivity(calendar, centre, activity)
  return `${calendar.toString()}\r\n`
}

function addActivity(calendar: ICalCalendar, centre: FeedCentre, activity: FeedActivity): void {
  const { series, single } = eventsOf(activity)
  for (const one of series) {
    const id = uid(activity, one.offset === 0 ? '' : `-${one.offset / MINUTE}`)
    add(calendar, centre, activity, { ...one.usual, topic: null, state: 'scheduled' }, id)
      .sequence(one.overrides.length + one.exceptions.length)
      .repeating(recurrenceOf(one))
    for (const override of one.overrides) {
      add(calendar, centre, activity, override, id)
        .recurrenceId(wallClock(override.originalStartsAt))
        .sequence(1 + (override.changes ?? 0))
    }
  }
  for (const one of single) {
    const id = uid(activity, `-${wallClock(one.originalStartsAt).format('YYYYMMDDTHHmm')}`)
    add(calendar, centre, activity, one, id).sequence(
      one.changes || Number(one.state !== 'scheduled'),
    )
  }
}

function add(
  calendar: ICalCalendar,
  centre: FeedCentre,
  activity: FeedActivity,
  occurrence: Omit<FeedOccurrence, 'originalStartsAt'>,
  id: string,
) {
  return calendar.createEvent({
    id,
    timezone: TIME_ZONE,
    start: wallClock(occurrence.startsAt),
    end: wallClock(occurrence.endsAt),
    stamp: new Date(activity.createdAt),
    created: new Date(activity.createdAt),
    lastModified: new Date(occurrence.changedAt ?? activity.createdAt),
    summary: occurrenceTitle(activity.title, { topic: occurrence.topic }),
    description: descriptionOf(activity),
    location: `${occurrence.place}，${centre.name}，${centre.address}`,
    categories: [{ name: SEALS[activity.category].name }],
    status:
      occurrence.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
}

function uid({ activityId }: FeedActivity, suffix: string): string {
  return `${activityId}${suffix}@changlai`
}

function recurrenceOf({ rrule, exceptions }: Series): string {
  const lines = [`RRULE:${rrule}`]
  if (exceptions.length > 0) {
    const days = exceptions.map((instant) => wallClock(instant).format('YYYYMMDDTHHmmss'))
    lines.push(`EXDATE;TZID=${TIME_ZONE}:${days.join(',')}`)
  }
  return lines.join('\r\n')
}

function descriptionOf({ description, host, bring }: FeedActivity): string {
  return [description, `主办：${host}`, ...(bring ? [`请带：${bring}`] : [])].join('\n\n')
}
