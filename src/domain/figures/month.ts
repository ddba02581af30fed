import { AUDIENCES, CATEGORIES } from '@/domain/calendar/programme'
import { MARKS } from '@/domain/attendance/mark'

/** So many months may be asked for at once. */
export const MOST_MONTHS = 24

/**
 * How old somebody is in full years on the first day of a month, in bands; `unknown` where no birth
 * date is kept, as of everybody who booked for themselves.
 */
export const AGES = ['under-6', '6-12', '13-17', '18-59', 'over-59', 'unknown'] as const
export type Age = (typeof AGES)[number]

/** From which age on each band begins; each ends where the next begins. */
export const AGE_FROM: Readonly<Record<Exclude<Age, 'unknown'>, number>> = {
  'under-6': 0,
  '6-12': 6,
  '13-17': 13,
  '18-59': 18,
  'over-59': 60,
}

/**
 * What became of those who began to wait in a month: took the seats they were offered, was offered some
 * and did not take them (yet), was never offered any (yet).
 */
export const WAITS = ['taken', 'offered', 'never'] as const
export type Wait = (typeof WAITS)[number]

/** By what the people of a month are told apart; each is a table of parts that add up to its total. */
export const KINDS = {
  category: CATEGORIES,
  audience: AUDIENCES,
  age: AGES,
  mark: MARKS,
  wait: WAITS,
} as const
export type Kind = keyof typeof KINDS
