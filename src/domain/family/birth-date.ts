import { daysInMonth } from '@/domain/time/date'

/** Whether a text is a day that exists, `YYYY-MM-DD`, on which somebody alive can have been born. */
export function isBirthDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

/**
 * Full years of age on a day, both `YYYY-MM-DD`; negative before the birth. A year is full on the
 * birthday, and on 1 March where 29 February is missing.
 */
export function ageOn(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
