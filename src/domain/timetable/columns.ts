import { uniform } from './written'

/** What a column of a list of classes holds. */
export const FIELDS = [
  'title',
  'when',
  'teacher',
  'place',
  'capacity',
  'ages',
  'fee',
  'other',
] as const
export type Field = (typeof FIELDS)[number]

/** How the text of a column of times is to be read, where it is short for something. */
export type WhenPart = 'weekday' | 'count' | 'since' | 'until' | 'plain'

export interface Column {
  field: Field
  part: WhenPart
}

/** The words over a column, the more telling first. */
const WORDS: [RegExp, Field, WhenPart?][] = [
  [/^(?:序号|编号|no\.?|备注|说明|联系.*|电话|报名.*|其他|其它|状态|审核.*)$/i, 'other'],
  [/次数|节数|课时(?!间)|课次|总课|讲次|学时|周数/, 'when', 'count'],
  [/(?:结束|结课|截止)(?:日期|时间)/, 'when', 'until'],
  [/(?:开始|开课|开班|起始|首课)(?:日期|时间)?$|开课日/, 'when', 'since'],
  [/星期|周几|周次|礼拜/, 'when', 'weekday'],
  [/时间|日期|时段|上课日/, 'when', 'plain'],
  [/地点|教室|场地|位置|场所|地址/, 'place'],
  [/老师|教师|讲师|主讲|授课人|任课|主持|带班|教练|嘉宾|负责人|师资/, 'teacher'],
  [/人数|名额|限额|容量|招收|招生数|计划数|席位/, 'capacity'],
  [/年龄|对象|人群|年级|面向|适合|适龄/, 'ages'],
  [/费用|收费|学费|价格|材料费|金额/, 'fee'],
  [/课程|活动|班级|班名|班次|项目|科目|主题|讲座|名称|内容|课名|题目/, 'title'],
]

/** The longest that a heading is; what is longer is text. */
const LONGEST_HEADING = 14

/** What the word over a column means; null where it is no heading that we know. */
export function columnOf(text: string): Column | null {
  const word = uniform(text).replace(/\s|\([^)]*\)|[:：*]/g, '')
  if (word === '' || word.length > LONGEST_HEADING || /\d/.test(word)) return null
  for (const [pattern, field, part = 'plain'] of WORDS) {
    if (pattern.test(word)) return { field, part }
  }
  return null
}

/** What the text of a column of times says in full: 六 under 星期 is 周六, 12 under 课时 is 共12次. */
export function inFull(text: string, part: WhenPart): string {
  const plain = uniform(text).trim()
  if (part === 'weekday' && /^[一二三四五六日天、,\s和至-]+$/.test(plain)) return `周${plain}`
  if (part === 'count' && /^\d{1,3}$/.test(plain)) return `共${plain}次`
  if (part === 'since' && !/起|开始|至|到|-\s*\d{1,2}\s*月|:|点/.test(plain)) return `${plain}起`
  if (part === 'until' && plain !== '') return `至${plain}止`
  return plain
}
