import { isCalendarDate, startOfDay } from './date'

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 3_600_000
export const DAY = 86_400_000

/** An instant in milliseconds since the epoch as ISO 8601 at UTC+8, to the second below it. */
export function toInstantText(instant: number): string {
  return `${new Date(instant + 8 * HOUR).toISOString().slice(0, 19)}+08:00`
}

/**
 * Milliseconds since the epoch of an ISO 8601 text with offset +08:00, to the second. Throws a
 * RangeError for any other text. Written out, because phones parse dates differently.
 */
export function parseInstant(text: string): number {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)\+08:00$/.exec(text)
  const [hours, minutes, seconds] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4])]
  const date = match?.[1] ?? ''
  if (!isCalendarDate(date) || hours > 23 || minutes > 59 || seconds > 59) {
    throw new RangeError('Not an instant with offset +08:00')
  }
  return startOfDay(date) + hours * HOUR + minutes * MINUTE + seconds * 1000
}

/** Whether a text is a time of day `HH:MM`, 00:00 to 23:59. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** Minutes since midnight of a time of day `HH:MM`; `24:00` is the end of the day. */
export function minutesOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

/** The instant in milliseconds of a day's time of day `HH:MM` at UTC+8; `24:00` ends the day. */
export function instantAt(date: string, time: string): number {
  return startOfDay(date) + minutesOfDay(time) * MINUTE
}

/** The time of day `HH:MM` at UTC+8 of an instant in milliseconds. */
export function timeOf(instant: number): string {
  return new Date(instant + 8 * HOUR).toISOString().slice(11, 16)
}
