import type { ColumnType } from 'kysely'

/** Read as milliseconds since the epoch, written as a Date. */
export type Instant = ColumnType<number, Date, Date>
export type InstantOrNull = ColumnType<number | null, Date | null, Date | null>
/** As InstantOrNull; null where an insert leaves it out. */
export type InstantOrLeftOut = ColumnType<number | null, Date | null | undefined, Date | null>
export type InstantByDefault = ColumnType<number, Date | undefined, Date>
/** YYYY-MM-DD in Asia/Shanghai. */
export type Day = ColumnType<string, string, string>
export type DayByDefault = ColumnType<string, string | undefined, string>
/** As Day, or null, as where an insert leaves it out. */
export type DayOrLeftOut = ColumnType<string | null, string | null | undefined, string | null>
/** Read as a value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>
export type JsonOrNull = ColumnType<unknown, string | null, string | null>
/** As JsonOrNull; null where an insert leaves it out. */
export type JsonOrLeftOut = ColumnType<unknown, string | null | undefined, string | null>
