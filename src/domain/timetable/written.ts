/**
 * Text as clerks type it, made uniform for reading: full-width letters, digits and marks become
 * half-width, every kind of dash one dash, every kind of space one space. Lines stay lines, circled
 * numbers stay circled, and every character keeps its place, so that positions hold in both.
 */
export function uniform(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\u2500\u2501\uFE63\u301C\u223C~]/g, '-')
    .replace(/[^\S\n]/g, ' ')
    .replace(/[\uFE55\u2236\uA789]/g, ':')
}

const DIGITS = '零一二三四五六七八九'

/** A whole number in digits or in Chinese numerals up to 九百九十九; null for anything else. */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  let [sum, digit] = [0, -1]
  for (const character of text.replace(/两/g, '二').replace(/〇/g, '零')) {
    const unit = character === '十' ? 10 : character === '百' ? 100 : 0
    if (unit > 0) {
      sum += (digit < 0 ? 1 : digit) * unit
      digit = -1
    } else {
      const value = DIGITS.indexOf(character)
      if (value < 0) return null
      digit = value
    }
  }
  return text === '' ? null : sum + Math.max(0, digit)
}

/** A number, in digits or Chinese numerals, inside a regular expression. */
export const NUMBER = '(?:\\d{1,3}|[一二两三四五六七八九十百]{1,5})'

/** From … to, inside a regular expression. */
export const TO = '\\s*(?:-+|至|到)\\s*'

/** What a cell says where there is nobody, or no place. */
export const NONE = '无'
