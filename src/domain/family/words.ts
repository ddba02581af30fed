import { ageOn } from './birth-date'

/** 7 岁, 8 个月, 不满月: how old somebody born so is on a day, both `YYYY-MM-DD`. */
export function ageInWords(birthDate: string, day: string): string {
  const years = ageOn(birthDate, day)
  if (years > 0) return `${years} 岁`
  const months =
    (Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))) * 12 +
    Number(day.slice(5, 7)) -
    Number(birthDate.slice(5, 7)) -
    (day.slice(8) < birthDate.slice(8) ? 1 : 0)
  return months > 0 ? `${months} 个月` : '不满月'
}

/** 2019年3月5日 */
export function birthDateInWords(birthDate: string): string {
  const [year, month, day] = birthDate.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 2026 年 11 月 27 日版, of the version of a rules text; the first ones were named by their month alone. */
export function rulesVersionInWords(version: string): string {
  const [year, month, day] = version.split('-')
  return `${year} 年 ${Number(month)} 月${day === undefined ? '' : ` ${Number(day)} 日`}版`
}

/** 2026 年 11 月 27 日起生效 */
export function inForceInWords(version: string): string {
  return rulesVersionInWords(version).replace(/版$/, '起生效')
}
