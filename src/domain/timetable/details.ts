import { type FoundAges, agesOfStage, takeAges } from './ages'
import { type FoundFee, type Seats, takeCapacity, takeFee } from './amounts'
import type { PartOfDay } from './clock-times'
import { Scanner } from './scanner'
import { type When, readWhen, saysWhen } from './when'
import { uniform } from './written'

/** What a text says of a class beside its title. */
export interface Details {
  when: When
  ages: FoundAges | null
  seats: Seats
  fee: FoundFee | null
  teacher: string | null
  place: string | null
  /** What was understood as none of these, in order. */
  left: string[]
}

const LABELLED_TEACHER =
  /(?:主讲(?:人|老师|嘉宾)?|授课(?:老师|教师|人)?|任课(?:老师|教师)?|教师|老师|讲师|主持人?|带班)\s*:\s*([^\s,;()、:|/]{2,12})/
const TITLED_TEACHER =
  /([\u4e00-\u9fa5·]{1,4}?)\s*(老师|教师|教授|主任|医生|医师|大夫|律师|教练|讲师|警官|师傅)(?![\u4e00-\u9fa5])/
const LABELLED_PLACE = /(?:地点|教室|场地|地址|位置|上课地点)\s*:\s*([^\s,;()|]{1,30})/
const NAMED_PLACE =
  /(?:[一二三四五六七八九十\d]+(?:楼|层)|[A-Za-z]\d{2,4}|\d{3,4}(?:教?室)?|[\u4e00-\u9fa5\d]*(?:教室|活动室|会议室|阅览室|书画室|舞蹈室|[\u4e00-\u9fa5]室|厅|广场|操场|剧场|馆))(?:[A-Za-z\d]{1,4}|[东西南北中]?[侧区边]|门口|旁|内|外|舞台|[\u4e00-\u9fa5]{1,6}(?:室|厅|广场|馆|场))?(?![\u4e00-\u9fa5\d])/

/** Reads everything that a text says, the most telling first. `around`: the part of the day of its row. */
export function readDetails(text: string, around: PartOfDay = null): Details {
  const { when, left } = readWhen(text, around)
  const scanner = new Scanner(uniform(left.join('\n')))
  const labelled = scanner.take(LABELLED_TEACHER, ([, name]) => ({ name: name! }))
  const labelledPlace = scanner.take(LABELLED_PLACE, ([, name]) => ({ name: name! }))
  const ages = takeAges(scanner)
  const fee = takeFee(scanner)
  const seats = takeCapacity(scanner)
  const titled = scanner.take(TITLED_TEACHER, ([whole]) => ({ name: whole.trim() }))
  const place = scanner.take(NAMED_PLACE, ([whole]) => ({ name: whole.trim() }))
  return {
    when,
    ages,
    seats,
    fee,
    teacher: (labelled[0] ?? titled[0])?.name ?? null,
    place: (labelledPlace[0] ?? place[0])?.name ?? null,
    left: scanner.left().map(withoutLabel).filter(Boolean),
  }
}

const LABEL = '(?:上课|活动|开课|授课|报名)?(?:时间|日期|地点|老师|人数|名额|费用|年龄|对象)'
const LABEL_BEHIND = new RegExp(`[\\s,;、]*${LABEL}\\s*:?$`)
const LABEL_BEFORE = /^(?:课程|活动|名称|主题|内容)(?:名称|主题|内容)?\s*:\s*/

/** Without the words that named what was taken: 亲子烘焙,时间: is 亲子烘焙. */
function withoutLabel(piece: string): string {
  return piece.replace(LABEL_BEHIND, '').replace(LABEL_BEFORE, '').trim()
}

/** Whether a text is nothing but details: no word of it is a title. */
export function isDetailOnly(text: string): boolean {
  const details = readDetails(text)
  const says =
    saysWhen(details.when) ||
    [details.ages, details.seats, details.fee, details.teacher, details.place].some(Boolean)
  return /^\s*\(.*\)\s*$/.test(uniform(text)) || (says && details.left.length === 0)
}

/**
 * A title without the brackets that were understood, and what they say: 少儿书法(6-10岁) is 少儿书法.
 * Brackets that say something else stay: 书法(提高班).
 */
export function readTitle(text: string): { title: string; details: Details | null } {
  let details: Details | null = null
  const title = uniform(text)
    .replace(/\s*[([]([^)\]]{1,60})[)\]]\s*/g, (whole, inner: string) => {
      const inside = readDetails(inner)
      const isStage = agesOfStage(inner) !== null && inner.length <= 8
      const isTold = inside.left.length === 0 && isDetailOnly(inner.trim())
      if (!isTold && !isStage) return whole
      details = merged(
        details,
        isStage && !inside.ages ? { ...inside, ages: agesOfStage(inner) } : inside,
      )
      return ' '
    })
    .replace(/\s+/g, ' ')
    .trim()
  return { title, details }
}

/** Two readings as one: what the first says stands. */
export function merged(first: Details | null, second: Details): Details {
  if (first === null) return second
  const when = saysWhen(first.when) ? first.when : second.when
  return {
    when,
    ages: first.ages ?? second.ages,
    seats: first.seats ?? second.seats,
    fee: first.fee ?? second.fee,
    teacher: first.teacher ?? second.teacher,
    place: first.place ?? second.place,
    left: [...first.left, ...second.left],
  }
}
