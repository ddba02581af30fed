import * as v from 'valibot'
import { MOST_SPANS, isWeeklyHours } from '@/domain/time/weekly-hours'
import { CentreId, Cursor, Location, NextPage, PlainLine } from './fields'
import { command, query } from './operation'

/** Opening hours after schema.org OpeningHoursSpecification; `days` are ISO weekdays (1 Monday … 7 Sunday). */
export const OpeningHours = v.array(
  v.object({ days: v.array(v.number()), opens: v.string(), closes: v.string() }),
)

export const Centre = v.object({
  centreId: CentreId,
  name: v.string(),
  shortName: v.string(),
  address: v.string(),
  location: Location,
  phone: v.string(),
  hours: OpeningHours,
})

/** Every centre of this deployment, in the district's order; pages of 100. */
export const list = query(
  v.strictObject({ after: v.optional(Cursor) }),
  v.object({ centres: v.array(Centre), after: NextPage }),
  {},
)

const within = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most))

/** A point within the bounds of China. */
const Place = v.strictObject({
  lat: within(3, 54),
  lng: within(73, 136),
  datum: v.literal('GCJ-02'),
})

/** When a new centre is open: at least one span; each of some days, and `HH:MM` to `HH:MM`. */
const Hours = v.pipe(
  v.array(v.strictObject({ days: v.array(v.number()), opens: v.string(), closes: v.string() })),
  v.minLength(1),
  v.maxLength(MOST_SPANS),
  v.check(isWeeklyHours, 'HOURS'),
)

/**
 * For the district: opens a centre, the last in the district's order. Of a `template` it gets the limits
 * and what is published there, as drafts without lessons; private hours and people stay where they are.
 */
export const open = command(
  v.strictObject({
    centreId: CentreId,
    name: PlainLine(1, 60),
    shortName: PlainLine(1, 20),
    address: PlainLine(1, 120),
    location: Place,
    phone: v.pipe(v.string(), v.regex(/^\d[\d-]{4,18}\d$/, 'PHONE')),
    hours: Hours,
    template: v.nullable(CentreId),
  }),
  v.object({ centreId: CentreId, drafts: v.number() }),
  {
    /** Another centre has this key already; which one. */
    CENTRE_ID_TAKEN: v.object({ name: v.string() }),
    NOT_FOUND: v.object({ what: v.literal('template') }),
  },
)
