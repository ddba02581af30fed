import { type Word, wordAt } from './hours-grammar-words'

/** A piece of the text, from `at` up to `end`; `digits` counts Arabic ones, 0 of a Chinese numeral. */
export type Token = { at: number; end: number } & (
  | Word
  | { kind: 'number'; value: number; digits: number }
  /** An ISO weekday, 1 Monday … 7 Sunday. */
  | { kind: 'weekday'; day: number }
  | { kind: 'unknown' }
)

const NUMERALS = '零一二三四五六七八九'
const isNumeral = (character: string) => /^[〇零一二两三四五六七八九十]$/.test(character)
const isDigit = (character: string) => character >= '0' && character <= '9'

/** Full-width letters and marks as half-width ones, small; every character keeps its place. */
function plain(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    const half = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code === 0x3000 ? 0x20 : code
    const capital = half >= 0x41 && half <= 0x5a
    result += String.fromCharCode(capital ? half + 0x20 : half)
  }
  return result
}

/** 八 8, 二十二 22, 三十 30, 零五 5, 二〇二六 2026: as times and dates are written out. */
function numeralValue(text: string): number {
  const [tens, ones] = text.split('十')
  const value = (part: string) =>
    [...part].reduce((sum, one) => {
      const digit = one === '〇' ? 0 : one === '两' ? 2 : NUMERALS.indexOf(one)
      return sum * 10 + digit
    }, 0)
  if (ones === undefined) return value(text)
  return (tens === '' ? 1 : value(tens!)) * 10 + value(ones)
}

/** Splits a text into tokens; what is no word stays as `unknown`. Spaces only separate. */
export function tokenize(original: string): Token[] {
  const text = plain(original)
  const tokens: Token[] = []
  let at = 0

  function take(length: number, token: Word | { kind: 'unknown' }): void {
    tokens.push({ ...token, at, end: at + length })
    at += length
  }

  /** The weekday at a place: 一 … 六, 日, 天 or a digit. */
  function weekdayOf(place: number): number {
    const character = text.charAt(place)
    if (character === '') return 0
    if (character === '天') return 7
    return Math.max('一二三四五六日'.indexOf(character), '1234567'.indexOf(character)) + 1
  }

  /** Whether what stands here is a weekday without 周, as in 周一至五 or 周六、日. */
  function isLaterWeekday(): boolean {
    const [mark, before] = [tokens[tokens.length - 1], tokens[tokens.length - 2]]
    if (mark?.kind !== 'range' && mark?.kind !== 'and') return false
    if (before?.kind !== 'weekday' || weekdayOf(at) === 0) return false
    const [character, next] = [text.charAt(at), text.charAt(at + 1)]
    // The numeral of 周一至周五、六点 is a time.
    if (/[点时月号:.]/.test(next)) return false
    // A digit follows only digits, as in 周1-5, and is no part of a longer number.
    if (isDigit(character)) return isDigit(text.charAt(before.end - 1)) && !isDigit(next)
    return !isNumeral(next)
  }

  /** One weekday or several (周六日) after 周, 星期 or 礼拜, whose length is `prefix`. */
  function takeWeekdays(prefix: number): void {
    let end = at + prefix
    do {
      tokens.push({ kind: 'weekday', day: weekdayOf(end), at, end: end + 1 })
      end += 1
      at = end
      // The 8 of 周五8:00 begins a time.
    } while (weekdayOf(at) > 0 && !isDigit(text.charAt(at)))
  }

  function takeNumber(belongs: (character: string) => boolean): void {
    let end = at
    while (end < text.length && belongs(text.charAt(end))) end += 1
    const written = text.slice(at, end)
    const arabic = belongs === isDigit
    const value = arabic ? Number(written) : numeralValue(written)
    tokens.push({ kind: 'number', value, digits: arabic ? end - at : 0, at, end })
    at = end
  }

  while (at < text.length) {
    const character = text.charAt(at)
    const last = tokens[tokens.length - 1]
    const word = wordAt(text, at)
    const week = /^(周|星期|礼拜)[一二三四五六日天1-7]/.exec(text.slice(at, at + 3))
    if (week) takeWeekdays(week[1]!.length)
    else if (isLaterWeekday()) takeWeekdays(0)
    else if (word?.word.kind === 'range' && last?.kind === 'range') {
      last.end = at + word.length
      at = last.end
    } else if (word) take(word.length, word.word)
    else if (isDigit(character)) takeNumber(isDigit)
    else if (isNumeral(character)) takeNumber(isNumeral)
    else if (/\s/.test(character)) at += 1
    else if (last?.kind === 'unknown' && last.end === at) {
      last.end += 1
      at += 1
    } else take(1, { kind: 'unknown' })
  }
  return tokens
}
