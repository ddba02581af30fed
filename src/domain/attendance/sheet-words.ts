import { monthDayInWords, timeRangeInWords, weekdayInWords } from '../time/words'
import { dateOf } from '../time/date'
import type { Mark } from './mark'
import type { SheetPurpose } from './sheet'

/** What a sheet is called on itself and as a file. */
export const SHEET_NAMES: Readonly<Record<SheetPurpose, string>> = {
  'sign-in': '签到表',
  roster: '名单',
}

/** The heads of its columns. */
export const SHEET_COLUMNS: Readonly<Record<SheetPurpose, readonly string[]>> = {
  'sign-in': ['序号', '姓名', '码尾', '签名'],
  roster: ['序号', '姓名', '码尾', '到了没有'],
}

/** A mark as a sheet has it; nothing where nobody said anything. */
export const SHEET_MARKS: Readonly<Record<Mark, string>> = {
  present: '到了',
  late: '迟到',
  absent: '没来',
  excused: '请过假',
}

/** Somebody whose name is not known is found by the end of their code. */
export const NO_NAME = '（没留名字）'

/** A lesson as a sheet's head says it; instants in milliseconds. */
export interface SheetLesson {
  title: string
  place: string
  startsAt: number
  endsAt: number
  lesson: { number: number; of: number } | null
}

/** 吉他入门 第 3 / 12 课 */
export function sheetTitle({ title, lesson }: SheetLesson): string {
  return lesson ? `${title} 第 ${lesson.number} / ${lesson.of} 课` : title
}

/** 2026年12月1日 周二 19:00–20:30 · 三楼音乐教室 */
export function sheetWhen({ place, startsAt, endsAt }: SheetLesson): string {
  const day = dateOf(startsAt)
  const date = `${day.slice(0, 4)}年${monthDayInWords(day)} ${weekdayInWords(day)}`
  return `${date} ${timeRangeInWords(startsAt, endsAt)} · ${place}`
}

/** What is to be done with the paper, by its purpose. */
export const SHEET_FOOTS: Readonly<Record<SheetPurpose, string>> = {
  'sign-in': '找到自己那一行，签上名字。签完由工作人员收好。',
  roster: '有全名，只给办事的人看。用完收进柜子，不外传。',
}
