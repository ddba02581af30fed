import { type RawBuilder, sql } from 'kysely'
import { inOffice } from './consultations/in-office'

/** The part of a day at UTC+8 in which an occurrence begins: morning, afternoon, evening. */
const partOfDay = (table: string) => `
  (case when (${table}.starts_at at time zone 'Asia/Shanghai')::time < '12:00' then 1
    when (${table}.starts_at at time zone 'Asia/Shanghai')::time < '18:00' then 2
    else 3 end)`

/**
 * The half hours given through a form in the same part of a day as `o`, which is one of them. The two
 * days around it say no more than its day does: by them an index finds it among all of its activity.
 */
const SAME_SITTING = `
  changlai.occurrence as other
  join lateral (
    select form.* from changlai.pool as form
    where form.centre_id = other.centre_id and form.pool_id = other.pool_id limit 1
  ) as form on form.intake is not null
  where other.centre_id = o.centre_id and other.activity_id = o.activity_id and other.day = o.day
    and other.ends_at > o.starts_at - interval '2 days'
    and other.ends_at < o.ends_at + interval '2 days'
    and other.state <> 'cancelled' and ${partOfDay('other')} = ${partOfDay('o')}`

/**
 * SQL that lets one half hour of a sitting stand for all that are given through a form in that part of
 * the day, so that a calendar says that somebody is there, and not which of their times are taken.
 * Of an occurrence `o` and its pool `p`, if it has one.
 */
export const STANDS_FOR_SITTING = `
  (p.intake is null or o.state <> 'cancelled' and not exists (
    select from ${SAME_SITTING}
      and (other.starts_at, other.occurrence_id) < (o.starts_at, o.occurrence_id)))`

/** When the occurrence `o`, or the sitting that it stands for, ends. */
export const SITTING_ENDS = `
  (case when p.intake is null then o.ends_at
    else (select max(other.ends_at) from ${SAME_SITTING}) end)`

/** How many half hours of the sitting that `o` stands for can be asked for at `now`; 0 of anything else. */
export function freeHoursOfSitting(now: Date): RawBuilder<number> {
  return sql<number>`case when p.intake is null then 0 else (
    select count(*)::int from ${sql.raw(SAME_SITTING)}
      and form.taken < form.capacity
      and form.opens_at <= ${now}::timestamptz and ${now}::timestamptz < form.closes_at
      and (
        select ${sql.raw(inOffice('slot'))} from changlai.consultation_slot as slot
        where slot.centre_id = form.centre_id and slot.pool_id = form.pool_id limit 1)) end`
}
