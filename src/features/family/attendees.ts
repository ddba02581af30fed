import { ageOn } from '@/domain/family/birth-date'
import { ageInWords } from '@/domain/family/words'
import { agesInWords } from '@/domain/seats/eligibility-words'
import { fitsAges } from '@/domain/seats/eligibility'
import type { Member } from './use-family'

/** Under this upper age an activity is for children. */
const GROWN_UP = 18

export type AskedAges = { min: number | null; max: number | null } | null

/** Somebody whom a seat can be taken for, or why it cannot. */
export interface Candidate {
  attendeeId: string
  /** Null for oneself. */
  name: string | null
  kind: Member['kind'] | 'self'
  /** 7 岁 */
  age: string | null
  /** Why no seat can be taken for them; null when one can. */
  why: string | null
}

interface Occasion {
  ages: AskedAges
  /** The day of the first lesson, `YYYY-MM-DD`. */
  firstDay: string
  /** `YYYY-MM-DD` */
  today: string
  /** Those who have a seat already. */
  seated: ReadonlySet<string>
  /** Those who wait for one already. */
  waiting?: ReadonlySet<string> | undefined
}

/** Whether an activity is for children, so that a grown-up looks for their child first. */
export function isForChildren(ages: AskedAges): boolean {
  return ages !== null && ages.max !== null && ages.max < GROWN_UP
}

/** Oneself and the family, for one pool; for children's classes the children come first. */
export function candidatesOf(members: readonly Member[], occasion: Occasion): Candidate[] {
  const { ages } = occasion
  const self: Candidate = {
    attendeeId: 'self',
    name: null,
    kind: 'self',
    age: null,
    why: settled('self', occasion),
  }
  const family = members.map((member) => candidateOf(member, occasion))
  return isForChildren(ages) ? [...family, self] : [self, ...family]
}

/** Why nothing is left to do for somebody; null where something is. */
function settled(attendeeId: string, { seated, waiting }: Occasion): string | null {
  if (seated.has(attendeeId)) return '已经报上了'
  return waiting?.has(attendeeId) ? '在候补了' : null
}

function candidateOf(member: Member, occasion: Occasion): Candidate {
  const { ages, firstDay, today } = occasion
  const { memberId, name, kind, birthDate } = member
  return {
    attendeeId: memberId,
    name,
    kind,
    age: birthDate && ageInWords(birthDate, today),
    why: settled(memberId, occasion) ?? misfit(member, ages, firstDay, today),
  }
}

/** 要 6–10 岁, with the age on the first lesson's day where it is another one by then. */
function misfit(
  { kind, birthDate }: Member,
  ages: AskedAges,
  firstDay: string,
  today: string,
): string | null {
  // An elder is grown up, whatever the birthday.
  if (kind === 'elder' && isForChildren(ages)) return `要 ${agesInWords(ages)}`
  const asked = { minAge: ages?.min ?? null, maxAge: ages?.max ?? null, firstDay }
  if (birthDate === null || fitsAges(asked, birthDate)) return null
  const then = ageOn(birthDate, firstDay)
  const grown = then === ageOn(birthDate, today) ? '' : `，开课那天 ${then} 岁`
  return `要 ${agesInWords(ages)}${grown}`
}

/**
 * Who is chosen before anybody was: oneself, for children's classes the one child who may. Where
 * several may, or nobody, the person says who.
 */
export function firstChoice(candidates: readonly Candidate[], ages: AskedAges): string[] {
  const free = candidates.filter(({ why }) => why === null)
  const children = free.filter(({ kind }) => kind === 'child')
  if (isForChildren(ages) && candidates.some(({ kind }) => kind === 'child')) {
    return children.length === 1 ? [children[0]!.attendeeId] : []
  }
  return free.some(({ kind }) => kind === 'self') ? ['self'] : []
}

/** What is done for people: 给谁报名, and what it means for several together. */
export interface Deed {
  title: string
  choose: string
  together: string
}
export const BOOKING: Deed = {
  title: '给谁报名',
  choose: '选给谁报',
  together: '一起报：要么都报上，要么都不占座。',
}
export const ENTERING: Deed = {
  title: '给谁登记',
  choose: '选给谁登记',
  together: '登记成一份：要么一起摇中，要么都不中。',
}

/** What doing it for several means; null for one. */
export function togetherInWords(
  chosen: readonly Candidate[],
  { together } = BOOKING,
): string | null {
  if (chosen.length < 2) return null
  const children = chosen.every(({ kind }) => kind === 'child')
  const count = chosen.length === 2 ? '两' : ` ${chosen.length} `
  return `${count}${children ? '个孩子' : '位'}${together}`.trim()
}

/** 我, 小满、小川; what stands on the button that opens the choice. */
export function namesInWords(chosen: readonly Candidate[]): string {
  return chosen.map(({ name }) => name ?? '我自己').join('、')
}
