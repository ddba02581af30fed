import * as v from 'valibot'
import { POOL_INTAKES } from '@/domain/seats/pool'
import { daysBetween } from '@/domain/time/date'
import {
  Audience,
  CalendarDate,
  Category,
  CentreId,
  CentreKey,
  Cursor,
  Instant,
  Lesson,
  NextPage,
  OccurrenceState,
  OnlyRole,
  PoolMode,
  PoolState,
  Topic,
} from './fields'
import { query } from './operation'

/** The longest span of days that one call may ask for. */
export const CALENDAR_SPAN_DAYS = 62

export const Occurrence = v.object({
  occurrenceId: CentreKey,
  activityId: CentreKey,
  poolId: v.nullable(CentreKey),
  title: v.string(),
  category: Category,
  audience: Audience,
  startsAt: Instant,
  endsAt: Instant,
  place: v.string(),
  capacity: v.nullable(v.number()),
  taken: v.nullable(v.number()),
  state: OccurrenceState,
  topic: Topic,
  /** What a resident can do with its pool at the time of the answer; null without a pool. */
  poolState: v.nullable(PoolState),
  /** For times given through a form alone: which form, and how many of them can be asked for now. */
  intake: v.optional(v.object({ service: v.picklist(POOL_INTAKES), free: v.number() })),
  opensAt: v.nullable(Instant),
  /** How seats of its pool are given; absent without one and from older servers. */
  poolMode: v.optional(PoolMode),
  onlyRole: OnlyRole,
  lesson: Lesson,
})

/** One day of the calendar. `holiday` follows the State Council's yearly notice, once it is announced. */
export const Day = v.object({
  date: CalendarDate,
  /** The lunar day in words (廿二), or the lunar month on its first day (十月). */
  lunar: v.string(),
  /** The whole lunar date in words: 十月十四. */
  lunarDate: v.string(),
  /** A public or traditional festival or a solar term falling on this day. */
  festival: v.nullable(v.string()),
  holiday: v.nullable(v.picklist(['rest', 'work'])),
})

/** What is on in a centre from one calendar day to another, both included; occurrences in pages of 500. */
export const list = query(
  v.pipe(
    v.strictObject({
      centreId: CentreId,
      from: CalendarDate,
      to: CalendarDate,
      category: v.optional(Category),
      audience: v.optional(Audience),
      after: v.optional(Cursor),
    }),
    v.forward(
      v.check(({ from, to }) => from <= to, 'BEFORE_FROM'),
      ['to'],
    ),
    v.forward(
      v.check(({ from, to }) => daysBetween(from, to) < CALENDAR_SPAN_DAYS, 'SPAN'),
      ['to'],
    ),
  ),
  v.object({
    /** The server's time: a phone whose clock is wrong still knows which day it is. */
    now: Instant,
    occurrences: v.array(Occurrence),
    days: v.array(Day),
    /** The last day whose 休 and 班 are announced; later days have `holiday: null` because nobody knows yet. */
    holidaysAnnouncedUntil: CalendarDate,
    after: NextPage,
  }),
  { NOT_FOUND: v.object({ what: v.literal('centre') }) },
)
