import { isCalendarDate } from '@/domain/time/date'
import { isTimeOfDay } from '@/domain/time/instant'

/** The first field that is wrong: its path (dots between levels) and what is wrong with it. */
export interface WrongField {
  path: string
  reason: 'REQUIRED' | 'TYPE' | 'RANGE' | 'DATE' | 'TIME' | 'LENGTH' | 'UNKNOWN_FIELD' | 'CONFLICT'
}

/** Says what is wrong with a value, or null. */
export type Check = (value: unknown, path: string) => WrongField | null

/** A whole number from `min` to `max`, both included, and none of `except`. */
export function whole(min: number, max: number, except: readonly number[] = []): Check {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return { path, reason: 'TYPE' }
    const inside = value >= min && value <= max && !except.includes(value)
    return inside ? null : { path, reason: 'RANGE' }
  }
}

export const calendarDate: Check = (value, path) => {
  if (typeof value !== 'string') return { path, reason: 'TYPE' }
  return isCalendarDate(value) ? null : { path, reason: 'DATE' }
}

export const timeOfDay: Check = (value, path) => {
  if (typeof value !== 'string') return { path, reason: 'TYPE' }
  return isTimeOfDay(value) ? null : { path, reason: 'TIME' }
}

export const truth: Check = (value, path) =>
  typeof value === 'boolean' ? null : { path, reason: 'TYPE' }

/** One of a few texts. */
export function oneOf(options: readonly string[]): Check {
  return (value, path) => {
    if (typeof value !== 'string') return { path, reason: 'TYPE' }
    return options.includes(value) ? null : { path, reason: 'RANGE' }
  }
}

/** A list of `min` to `max` different values that each pass a check. */
export function list(item: Check, min: number, max: number): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return { path, reason: 'TYPE' }
    if (value.length < min || value.length > max) return { path, reason: 'LENGTH' }
    for (const [index, one] of value.entries()) {
      const wrong = item(one, `${path}.${index}`)
      if (wrong) return wrong
      if (value.indexOf(one) !== index) return { path: `${path}.${index}`, reason: 'CONFLICT' }
    }
    return null
  }
}

/** A record with all of `required`, any of `optional` and nothing else. */
export function record(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, path) => {
    if (!isRecord(value)) return { path, reason: 'TYPE' }
    const prefix = path === '' ? '' : `${path}.`
    for (const [name, check] of Object.entries(required)) {
      if (!has(value, name)) return { path: prefix + name, reason: 'REQUIRED' }
      const wrong = check(value[name], prefix + name)
      if (wrong) return wrong
    }
    for (const [name, field] of Object.entries(value)) {
      if (has(required, name)) continue
      const check = has(optional, name) ? optional[name] : undefined
      if (!check) return { path: prefix + name, reason: 'UNKNOWN_FIELD' }
      // A field that is there but undefined is a field left out, as JSON would have it.
      const wrong = field === undefined ? null : check(field, prefix + name)
      if (wrong) return wrong
    }
    return null
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a field stands in the record itself. Object.hasOwn is missing on iOS before 15.4. */
export function has(value: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, name)
}
