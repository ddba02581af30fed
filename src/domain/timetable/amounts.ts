import type { Scanner } from './scanner'
import { TO, numberOf } from './written'

/** How many, up to a hundred thousand. */
const NUMBER = '(?:\\d{1,6}|[一二两三四五六七八九十百]{1,5})'
const HEADS = '\\s*(?:人|名|位|个(?:名额|席位|座位)|席|座|组家庭|组|户|对|个家庭)'
const RANGE = new RegExp(`(?:${NUMBER})${TO}(${NUMBER})${HEADS}(?:\\s*/\\s*班|每班|一班)?`)
const NAMED = new RegExp(
  `(?:每班)?(?:限额?|限招|限报|招收|招生|招|名额|人数|容量|定员|上限|不超过|最多|满)\\s*:?\\s*(${NUMBER})(?:${HEADS})?(?:\\s*/\\s*班|以内|以下|左右)?`,
)
const COUNTED = new RegExp(
  `(${NUMBER})${HEADS}(?:\\s*/\\s*(?:班|期|场|次)|每班|一班|以内|左右)?(?:开班|成班)?`,
)
const UNLIMITED = /(?:人数)?不限(?:人数|名额)?|(?:无需|不用|不需|免)报名/

/** What is said of seats: how many, or that there is no limit; null where nothing is. */
export type Seats = { capacity: number } | 'unlimited' | null

/** Takes the number of seats out of a text; of 15–20 the larger. */
export function takeCapacity(scanner: Scanner): Seats {
  const counted = (match: RegExpExecArray) => {
    const capacity = numberOf(match[1]!)
    return capacity === null || capacity < 1 ? null : { capacity }
  }
  const [found] = [RANGE, NAMED, COUNTED].flatMap((pattern) => scanner.take(pattern, counted))
  if (found) return { capacity: found.capacity }
  return scanner.take(UNLIMITED, () => ({})).length > 0 ? 'unlimited' : null
}

/** A fee in fen (1/100 yuan); 0 is free. */
export interface FoundFee {
  fen: number
  /** 每次, 期… as written; null where it is for the whole class. */
  per: string | null
}

const YUAN = '(?:元|块钱?|圆|RMB|rmb)'
const PER = '(?:\\s*[/每一]\\s*(次|节|课时|人|期|学期|月|年|位|名|份|套|课))?'
const MARKED = new RegExp(
  `(?:[^\\s,;。(\\u0000]{0,4}费用?:?\\s*)?[¥￥]\\s*(\\d{1,5}(?:\\.\\d{1,2})?)${PER}`,
)
const IN_YUAN = new RegExp(
  `(?:[^\\s,;。(\\u0000]{0,4}费用?:?\\s*)?(\\d{1,5}(?:\\.\\d{1,2})?)\\s*${YUAN}${PER}`,
)
const FREE = /全?免费|公益(?:课程|课|班|性)?|不收费|零收费|无费用/

/** Takes the fee out of a text; null where none is said. */
export function takeFee(scanner: Scanner): FoundFee | null {
  const paid = ([, yuan, per]: RegExpExecArray) => ({
    ...{ fen: Math.round(Number(yuan) * 100), per: per ?? null },
  })
  const [found] = [...scanner.take(MARKED, paid), ...scanner.take(IN_YUAN, paid)]
  if (found) return { fen: found.fen, per: found.per }
  return scanner.take(FREE, () => ({})).length > 0 ? { fen: 0, per: null } : null
}
