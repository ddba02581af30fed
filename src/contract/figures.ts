import * as v from 'valibot'
import { AGES } from '@/domain/figures/month'
import { Audience, Category, CentreId, Cursor, Month, NextPage } from './fields'
import { query } from './operation'

/**
 * A number of people or of their seats. Null where it is withheld: fewer than five people are behind it,
 * or it would give such a number back by subtracting (domain/figures/withhold).
 */
const Told = v.nullable(v.number())

/**
 * What is counted of a month. Only lessons that are over count, of what anybody sees in the programme: no
 * private hours. A seat is one seat in one lesson, so a course of 20 seats with four lessons in a month
 * offers 80 in it, and somebody who has one of them takes four; what is offered to a waiting list or not
 * drawn yet is taken by nobody. Of a lesson that was called off no seat is offered. A seat that was freed
 * for one lesson is offered once, and taken by its guest if there was one.
 */
const counted = {
  month: Month,
  /** False for the month under way: its numbers grow. */
  isOver: v.boolean(),
  lessons: v.object({
    held: v.number(),
    /** Called off, of those that would be over. */
    cancelled: v.number(),
    /** Of those held: how many have seats, and at how many of these attendance was taken. */
    seated: v.number(),
    marked: v.number(),
  }),
  seats: v.object({ offered: v.number(), taken: Told }),
  /** How it stands with everybody and each lesson that they have a seat in, where that is known. */
  attendance: v.object({
    marked: Told,
    present: Told,
    late: Told,
    absent: Told,
    excused: Told,
  }),
  /**
   * Who began to wait in line for seats in this month, after a draw as well; who won it did not wait. Of
   * all entries: which took what they were offered, which were offered some and did not, which were never
   * offered any.
   */
  waiting: v.object({ entries: Told, taken: Told, offered: Told, never: Told }),
  /** Bookings that were given back whole in this month. */
  givenBack: Told,
}

export const MonthInBrief = v.object(counted)

/** A month, and its seats by what for and for whom they are. */
export const MonthOfCentre = v.object({
  ...counted,
  categories: v.array(v.object({ category: Category, lessons: v.number(), taken: Told })),
  audiences: v.array(v.object({ audience: Audience, lessons: v.number(), taken: Told })),
  /** By how old who has them is on the first of the month, as far as a birth date is kept. */
  ages: v.array(v.object({ age: v.picklist(AGES), taken: Told })),
})

/** Months from one to another, both included. */
const Span = { from: Month, to: Month }
const refusals = {
  /** `to` is before `from`. */
  SPAN_REVERSED: v.object({}),
  SPAN_TOO_LONG: v.object({ months: v.number() }),
}

/**
 * For staff: the figures of a centre by month, at most 24 of them, the first one first. No months that
 * have not begun.
 */
export const centre = query(
  v.strictObject({ centreId: CentreId, ...Span }),
  v.object({ centreId: CentreId, months: v.array(MonthOfCentre) }),
  { ...refusals, NOT_FOUND: v.object({ what: v.literal('centre') }) },
)

/**
 * For the district: the same in brief of every centre, in the district's order; pages of ten. What they
 * have together is the sum of what is told of each (sumOfTold): a sum of all would tell what is withheld.
 */
export const district = query(
  v.strictObject({ ...Span, after: v.optional(Cursor) }),
  v.object({
    centres: v.array(
      v.object({ centreId: CentreId, shortName: v.string(), months: v.array(MonthInBrief) }),
    ),
    after: NextPage,
  }),
  refusals,
)
