import { parseInstant } from '@/domain/time/instant'
import { momentInWords, untilInWords } from '@/domain/time/words'
import type { Entry } from './offers'

type Chance = Entry['chance']
type Move = Entry['moves'][number]

/** What is offered: 留给您 2 席; of a guest's seat in which lesson. */
export function offeredInWords({ seats, onlyLesson }: Pick<Entry, 'seats' | 'onlyLesson'>): string {
  return onlyLesson ? `留给您第 ${onlyLesson.number} 课的 ${seats} 席` : `留给您 ${seats} 席`
}

/** How a list gives its seats, in one line. */
export const RULE = '空出席位，先问排在前面、坐得下的；问到您，最多留 12 小时，夜里不算。'

/** The past of a position: 过去排到第 3 位的，10 位里有 7 位等到了. */
export function chanceInWords(chance: Chance): string {
  if (chance === null) return '结束的候补还太少，说不准能不能等到。'
  const { waited, offered, of } = chance
  const where = of === 'centre' ? '这个中心过去' : '过去'
  const what =
    offered === 0
      ? `${waited} 位都没等到`
      : offered === waited
        ? `${waited} 位都等到了`
        : `${waited} 位里有 ${offered} 位等到了`
  return `${where}排到${positionsInWords(chance)}的，${what}。`
}

/** 第 3 位, 第 6 到 10 位, 第 51 位以后. */
function positionsInWords({ from, to }: NonNullable<Chance>): string {
  if (to === null) return `第 ${from} 位以后`
  return from === to ? `第 ${from} 位` : `第 ${from} 到 ${to} 位`
}

/** 排第 3 位，一共 5 位在等; a position among families counts entries. */
export function positionInWords({ position, waiting }: Pick<Entry, 'position' | 'waiting'>) {
  return waiting > 1 ? `排第 ${position} 位，一共 ${waiting} 位在等` : `排第 ${position} 位`
}

/** 留到明天 09:00，还有 11 小时; until when seats are held. */
export function heldUntilInWords(offerUntil: string, now: number): string {
  const until = parseInstant(offerUntil)
  return [untilMoment('留到', until, now), untilInWords(until, now)].filter(Boolean).join('，')
}

/** 留到明天 09:00, 等到 12月5日 周六 08:30; a date in digits keeps its distance. */
export function untilMoment(verb: string, until: number, now: number): string {
  const moment = momentInWords(until, now)
  return /^\d/.test(moment) ? `${verb} ${moment}` : `${verb}${moment}`
}

/** What giving an entry up means, before it is given up. */
export function leavingInWords({ title, onlyLesson }: Entry, offered: boolean): string {
  if (onlyLesson) return `“${title}”这一课的席位马上问下一位。别的课有人请假，还会问您。`
  const now = offered ? '的席位马上让给下一位' : '不再替您排着'
  return `“${title}”${now}。以后还想要，要从最后重新排。`
}

/** What is saved for a party that is too large for what comes free; null for nothing. */
export function savedInWords({ saved, seats }: Pick<Entry, 'saved' | 'seats'>): string | null {
  return saved > 0 ? `已经替您攒了 ${saved} 席，还差 ${seats - saved} 席。` : null
}

/** What staff did to a list while somebody was on it, newest first. */
export function movesSince({ moves, joinedAt }: Pick<Entry, 'moves' | 'joinedAt'>): Move[] {
  return moves.filter(({ at }) => parseInstant(at) >= parseInstant(joinedAt))
}

/** 昨天 15:20，工作人员把第 3 位提到了最前：家里老人要人陪. */
export function moveInWords({ at, fromPosition, reason }: Move, now: number): string {
  const when = momentInWords(parseInstant(at), now)
  return `${when}，工作人员把第 ${fromPosition} 位提到了最前：${reason}`
}
