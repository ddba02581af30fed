import { daysInMonth } from '@/domain/time/date'

/** The oldest child is seventeen: this many years ago somebody can still be one. */
const YEARS = 18

export const PARTS = ['year', 'month', 'day'] as const
export type Part = (typeof PARTS)[number]
export type Parts = Record<Part, number | null>

/** The parts of `2019-03-05`, or of the beginning of one: `2019`, `2019-03`, nothing. */
export function partsOf(text: string): Parts {
  const [year, month, day] = text.split('-').map((part) => Number(part) || null)
  return { year: year ?? null, month: month ?? null, day: day ?? null }
}

/** The text of the parts that are known. */
export function textOf({ year, month, day }: Parts): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  if (year === null) return ''
  if (month === null) return String(year)
  return day === null ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`
}

/** The part that is asked for next; null when all are known. */
export function chosenPart(parts: Parts): Part | null {
  return PARTS.find((part) => parts[part] === null) ?? null
}

/** What can be chosen for a part: nothing after today; the latest years first. */
export function valuesOf(part: Part, { year, month }: Parts, today: string): number[] {
  const [thisYear, thisMonth, thisDay] = today.split('-').map(Number) as [number, number, number]
  const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1)
  switch (part) {
    case 'year':
      return Array.from({ length: YEARS + 1 }, (_, ago) => thisYear - ago)
    case 'month':
      return upTo(year === thisYear ? thisMonth : 12)
    case 'day': {
      const now = year === thisYear && month === thisMonth
      return upTo(now ? thisDay : daysInMonth(year!, month!))
    }
  }
}

/** 2019 年, 3 月, 5 日 */
export function partName(part: Part, number: number): string {
  return `${number} ${{ year: '年', month: '月', day: '日' }[part]}`
}
