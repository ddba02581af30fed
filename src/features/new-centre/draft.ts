import type { Input } from '@/contract'
import { isTimeOfDay } from '@/domain/time/instant'
import { weekdayCharacter } from '@/domain/time/words'

type NewCentre = Input<'centres.open'>

/** A new centre as it is being filled in; all that is written is as it was typed. */
export interface Draft {
  name: string
  shortName: string
  centreId: string
  address: string
  /** Two numbers with anything between: 113.61, 34.75, whichever comes first. */
  point: string
  phone: string
  /** ISO weekdays. */
  days: number[]
  opens: string
  closes: string
  /** Null opens it empty; undefined while that is not chosen. */
  template: string | null | undefined
}

export const EMPTY: Draft = {
  ...{ name: '', shortName: '', centreId: '', address: '', point: '', phone: '' },
  ...{ days: [1, 2, 3, 4, 5, 6, 7], opens: '08:30', closes: '21:00', template: undefined },
}

export const STEPS = ['name', 'place', 'open', 'template', 'look'] as const
export type Step = (typeof STEPS)[number]

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const CENTRE_ID = /^[a-z][a-z0-9-]{1,23}$/
const PHONE = /^\d[\d-]{4,18}\d$/

/** What is missing for a step, in a few words; null where one can go on. */
export function missingIn(step: Step, draft: Draft): string | null {
  const missing: Record<Step, [boolean, string][]> = {
    name: [
      [draft.name.trim() === '', '先写全名'],
      [draft.shortName.trim() === '', '先写短名'],
      [!CENTRE_ID.test(draft.centreId.trim()), '编号用 2 到 24 个小写字母或数字，字母开头'],
    ],
    place: [
      [draft.address.trim() === '', '先写地址'],
      [pointOf(draft.point) === null, '坐标是两个数，比如 113.6106, 34.7512'],
    ],
    open: [
      [!PHONE.test(draft.phone.trim()), '电话用数字，可以加“-”'],
      [draft.days.length === 0, '先选星期几开门'],
      [!isTime(draft.opens) || !isTime(draft.closes), '时间写成 08:30 这样'],
    ],
    template: [[draft.template === undefined, '先选一个']],
    look: [],
  }
  return missing[step].find(([lacks]) => lacks)?.[1] ?? null
}

const isTime = (text: string) => isTimeOfDay(text) || text === '24:00'

/** A point in China out of two numbers; which is which follows from their size. */
export function pointOf(text: string): { lat: number; lng: number } | null {
  const [one, other, ...more] = (text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
  if (one === undefined || other === undefined || more.length > 0) return null
  const [lat, lng] = one < other ? [one, other] : [other, one]
  return lat >= 3 && lat <= 54 && lng >= 73 && lng <= 136 ? { lat, lng } : null
}

/** What is asked of the server; only of a draft of which nothing is missing. */
export function centreOfDraft(draft: Draft): NewCentre {
  return {
    ...{ name: draft.name.trim(), shortName: draft.shortName.trim() },
    ...{ centreId: draft.centreId.trim(), address: draft.address.trim() },
    location: { ...pointOf(draft.point)!, datum: 'GCJ-02' },
    phone: draft.phone.trim(),
    hours: [{ days: [...draft.days].sort(), opens: draft.opens, closes: draft.closes }],
    template: draft.template ?? null,
  }
}

/** 每天 08:30–21:00; 周一、三、五 08:30–18:00. */
export function hoursInWords({ days, opens, closes }: Draft): string {
  const named = [...days].sort().map(weekdayCharacter).join('、')
  return `${days.length === 7 ? '每天' : `周${named}`} ${opens}–${closes}`
}
