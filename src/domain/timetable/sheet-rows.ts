import type { AgeRange } from './ages'
import { readTitle } from './details'
import type { Stands } from './merge'
import { type OwnWords, whenInWords } from './when-in-words'
import { NONE } from './written'

/** The words over the columns of a sheet that is given back; the reader knows each of them. */
export const COLUMNS = ['课程名称', '上课时间', '地点', '老师', '名额', '年龄', '费用'] as const

/**
 * A class as a row of a sheet that reads as the very same class; null where no words say when it takes
 * place.
 */
export function sheetRow(stands: Stands, own: OwnWords | null): string[] | null {
  const when = whenInWords(stands.lessons, own)
  if (when === null) return null
  const { title, seats, ages, feeFen } = stands
  const { details } = readTitle(title)
  const [place, host] = [
    named(stands.place, details?.place ?? null),
    named(stands.host, details?.teacher ?? null),
  ]
  return [
    ...[title, when, place, host],
    ...[seats === null ? '不限' : `${seats}人`, agesInWords(ages), feeInWords(feeFen)],
  ]
}

/** A name; where there is none, that there is none, if the title would be read as saying one. */
function named(text: string, inTitle: string | null): string {
  if (text === '' && inTitle !== null) return NONE
  return text === NONE ? '' : text
}

function agesInWords(ages: AgeRange | null): string {
  const { min, max } = ages ?? { min: null, max: null }
  if (min === null && max === null) return '不限'
  if (max === null) return `${min}岁以上`
  if (min === null) return `${max}岁以下`
  return min === max ? `${min}岁` : `${min}-${max}岁`
}

const feeInWords = (fen: number) => (fen === 0 ? '免费' : `${fen / 100}元`)
