import type { Scanner } from './scanner'
import { NUMBER, TO, numberOf } from './written'

/** Ages in full years; null where there is no bound. */
export interface AgeRange {
  min: number | null
  max: number | null
}

/** How an age was found out, where it is not written as one: said to the clerk. */
export interface FoundAges {
  ages: AgeRange
  from: string | null
}

const YEARS = '\\s*(?:周岁|岁)'
const RANGE = new RegExp(`(?:年龄:?\\s*)?(${NUMBER})(?:${YEARS})?${TO}(${NUMBER})${YEARS}`)
const AND_OLDER = new RegExp(
  `(?:年满|满)?(${NUMBER})${YEARS}\\s*(?:\\(含\\))?\\s*(?:及|或)?(?:以上|起|\\+)|(?:年满|满)(${NUMBER})${YEARS}`,
)
const AND_YOUNGER = new RegExp(`(${NUMBER})${YEARS}\\s*(?:\\(含\\))?\\s*(?:及|或)?(?:以下|以内)`)
const UNDER = new RegExp(`(?:未满|不满|小于|低于)\\s*(${NUMBER})${YEARS}`)
const OVER = new RegExp(`(?:大于|超过)\\s*(${NUMBER})${YEARS}`)
const EXACT = new RegExp(`(${NUMBER})${YEARS}(?!月)`)

const GRADE = '[一二三四五六七八九1-9]'
const GRADES = new RegExp(
  `(小学|初中|初|高中|高)?\\s*(${GRADE})\\s*(?:年级)?${TO}(小学|初中|初|高中|高)?\\s*(${GRADE})\\s*年级`,
)
const GRADE_LIST = new RegExp(
  `(小学|初中|高中)?\\s*(${GRADE}(?:[、,/]${GRADE})*)\\s*年级(?:\\s*(以上|及以上|以下|及以下))?`,
)

/** Full years of age in what schools and kindergartens call their classes. */
const STAGES: [RegExp, AgeRange][] = [
  [/幼小衔接/, { min: 5, max: 6 }],
  [/小班/, { min: 3, max: 4 }],
  [/中班/, { min: 4, max: 5 }],
  [/大班/, { min: 5, max: 6 }],
  [/幼儿园|学龄前/, { min: 3, max: 6 }],
  [/小学低年级|小学低段/, { min: 6, max: 9 }],
  [/小学中年级|小学中段/, { min: 8, max: 11 }],
  [/小学高年级|小学高段/, { min: 9, max: 12 }],
  [/小学生?/, { min: 6, max: 12 }],
  [/初中生?/, { min: 12, max: 15 }],
  [/高中生?/, { min: 15, max: 18 }],
  [/中小学生?/, { min: 6, max: 18 }],
]

/** Children enter the first grade with six full years: 义务教育法, article 11. */
const agesOfGrade = (grade: number): AgeRange => ({ min: grade + 5, max: grade + 6 })

function gradeOf(stage: string | undefined, grade: string): number {
  const number = numberOf(grade)!
  if (stage === '初中' || stage === '初') return number <= 3 ? number + 6 : number
  return stage === '高中' || stage === '高' ? number + 9 : number
}

/**
 * Takes the ages that a class is for out of a text. 以上, 以下 and 以内 include the number, 不满 and
 * 超过 do not: 民法典, article 1259.
 */
export function takeAges(scanner: Scanner): FoundAges | null {
  const exact = (ages: AgeRange) => ({ ages, from: null })
  const bounded = (min: number | null, max: number | null) => {
    const isAge = [min, max].every((age) => age === null || age <= 120)
    return isAge && (min ?? 0) <= (max ?? 120) ? exact({ min, max }) : null
  }
  const [found] = [
    ...scanner.take(RANGE, (m) => bounded(numberOf(m[1]!), numberOf(m[2]!))),
    ...scanner.take(UNDER, (m) => bounded(null, numberOf(m[1]!)! - 1)),
    ...scanner.take(AND_OLDER, (m) => bounded(numberOf(m[1] ?? m[2]!), null)),
    ...scanner.take(OVER, (m) => bounded(numberOf(m[1]!)! + 1, null)),
    ...scanner.take(AND_YOUNGER, (m) => bounded(null, numberOf(m[1]!))),
    ...scanner.take(EXACT, (m) => bounded(numberOf(m[1]!), numberOf(m[1]!))),
    ...takeGrades(scanner),
  ]
  return found ? { ages: found.ages, from: found.from } : null
}

function takeGrades(scanner: Scanner): FoundAges[] {
  const between = scanner.take(GRADES, (match) => {
    const [whole, stage, first, lastStage, last] = match
    const [from, to] = [gradeOf(stage, first!), gradeOf(lastStage ?? stage, last!)]
    if (from > to) return null
    return { ages: { min: agesOfGrade(from).min, max: agesOfGrade(to).max }, from: whole }
  })
  const listed = scanner.take(GRADE_LIST, (match) => {
    const [whole, stage, list, open] = match
    const grades = list!.split(/[、,/]/).map((grade) => gradeOf(stage, grade))
    const [first, last] = [Math.min(...grades), Math.max(...grades)]
    const min = open?.endsWith('下') ? agesOfGrade(1).min : agesOfGrade(first).min
    const top = stage?.startsWith('初') ? 9 : stage?.startsWith('高') ? 12 : 6
    const max = open?.endsWith('上') ? agesOfGrade(Math.max(top, last)).max : agesOfGrade(last).max
    return { ages: { min, max }, from: whole }
  })
  return [...between, ...listed]
}

/** The ages of a class whose name, or whose column of ages, says a stage of school. */
export function agesOfStage(text: string): FoundAges | null {
  for (const [pattern, ages] of STAGES) {
    const match = pattern.exec(text)
    if (match) return { ages, from: match[0] }
  }
  return null
}
