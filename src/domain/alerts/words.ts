import { dateOf } from '../time/date'
import { timeOf } from '../time/instant'

/** What can stand in a field of a template. */
export const VALUE_NAMES = ['title', 'when', 'place', 'centre', 'result', 'note'] as const
export type ValueName = (typeof VALUE_NAMES)[number]
export type AlertValues = Readonly<Record<ValueName, string>>

/** A lesson or seat as far as a message may tell of it; instants in milliseconds. */
export interface ToldLesson {
  title: string
  startsAt: number
  place: string
  centre: string
}

/** What is to be told. Nothing private stands in it, and of a private hour nothing at all. */
export type Told =
  | ({ purpose: 'lesson-tomorrow' | 'lesson-soon' } & ToldLesson)
  | ({ purpose: 'seat-offered'; until: number } & Omit<ToldLesson, 'startsAt'>)
  | ({ purpose: 'ballot-drawn'; won: boolean; until: number } & Omit<ToldLesson, 'startsAt'>)
  | ({
      purpose: 'lesson-changed'
      change: 'moved' | 'elsewhere' | 'cancelled' | 'several'
    } & ToldLesson)
  | { purpose: 'private-news'; at: number }

/** 2026年11月26日 14:00, the form that WeChat's fields of time and day take. */
export function instantInFull(instant: number): string {
  const [year, month, day] = dateOf(instant).split('-').map(Number)
  return `${year}年${month}月${day}日 ${timeOf(instant)}`
}

const RESULTS = { moved: '改期了', elsewhere: '换地方了', cancelled: '取消了', several: '有变动' }
const NOTES = {
  moved: '改到了上面的时间，点开看',
  elsewhere: '时间没变，地方换了，点开看',
  cancelled: '这一次不上了，不用跑一趟',
  several: '有几次课变了，点开看',
}

/** What the fields of a message may say: short plain words, as a neighbour may read them over a shoulder. */
export function alertValues(told: Told): AlertValues {
  if (told.purpose === 'private-news') {
    return {
      title: '您的预约有新消息',
      when: instantInFull(told.at),
      place: '见小程序',
      centre: '见小程序',
      result: '有新消息',
      note: '您的预约有新消息，点开看',
    }
  }
  const { title, place, centre } = told
  return { title, place, centre, ...of(told) }
}

function of(
  told: Exclude<Told, { purpose: 'private-news' }>,
): Omit<AlertValues, 'title' | 'place' | 'centre'> {
  switch (told.purpose) {
    case 'lesson-tomorrow':
      return { ...at(told.startsAt), result: '明天上课', note: '明天的课。来不了，点开退掉' }
    case 'lesson-soon':
      return { ...at(told.startsAt), result: '快开始了', note: '今天的课，出门别忘了签到码' }
    case 'seat-offered':
      return { ...at(told.until), result: '轮到您了', note: '给您留了座，过了时间就给下一位' }
    case 'ballot-drawn':
      return told.won
        ? { ...at(told.until), result: '摇中了', note: '过了上面的时间没确认，就给下一位' }
        : { ...at(told.until), result: '没摇中', note: '替您排上了候补，有空座再告诉您' }
    case 'lesson-changed':
      return { ...at(told.startsAt), result: RESULTS[told.change], note: NOTES[told.change] }
  }
}

const at = (instant: number) => ({ when: instantInFull(instant) })
