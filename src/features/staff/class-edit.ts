import { feeText, fenTyped, wholeTyped } from '@/domain/time/typed'
import type { CellAnswer } from './answered-sheets'
import type { PreviewedClass } from './use-publish'

/** A class as a clerk edits it, everything as it is typed. */
export interface ClassForm {
  title: string
  /** When, in words as a sheet has them; empty while the lessons stay as they are. */
  when: string
  host: string
  place: string
  /** Empty where nobody needs a seat. */
  seats: string
  youngest: string
  oldest: string
  fee: string
}

type Wrong = Partial<Record<keyof ClassForm, string>>

export const CLASS_LIMITS = { title: 60, when: 200, host: 60, place: 60 }

/** A class of the preview, to be edited in place. */
export function classForm({
  title,
  host,
  place,
  capacity,
  ages,
  feeFen,
}: PreviewedClass): ClassForm {
  const typed = (number: number | null | undefined) => (number == null ? '' : String(number))
  return {
    ...{ title, when: '', host, place, seats: typed(capacity) },
    ...{ youngest: typed(ages?.min), oldest: typed(ages?.max), fee: feeText(feeFen) },
  }
}

const SEATS = '写 1 到 100000 之间的数，不用报名就空着'
const AGE = '写 0 到 120 之间的数，不限就空着'

/** What was typed otherwise than it was, as an answer; or what cannot be, field by field. */
export function editedAnswer(
  form: ClassForm,
  before: PreviewedClass,
): { answer: CellAnswer } | { wrong: Wrong } {
  const was = classForm(before)
  const has = (field: keyof ClassForm) => form[field].trim() !== was[field]
  const [seats, fee] = [amount(form.seats, 1, 100_000), fenTyped(form.fee)]
  const [min, max] = [amount(form.youngest, 0, 120), amount(form.oldest, 0, 120)]
  const wrong: Wrong = {
    ...(form.title.trim() === '' && { title: '写上课程名称' }),
    ...(seats === undefined && { seats: SEATS }),
    ...(min === undefined && { youngest: AGE }),
    ...(max === undefined && { oldest: AGE }),
    ...(min != null && max != null && min > max && { oldest: '比最小的还小，请改一改' }),
    ...((fee === null || fee > 1_000_000) && { fee: '写多少元，比如 30；免费就空着' }),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  const ages = min === null && max === null ? null : { min: min!, max: max! }
  return {
    answer: {
      ...(has('title') && { title: form.title.trim() }),
      ...(has('when') && { when: form.when.trim() }),
      ...(has('host') && { teacher: form.host.trim() || null }),
      ...(has('place') && { place: form.place.trim() || null }),
      ...(has('seats') && { capacity: seats! }),
      ...((has('youngest') || has('oldest')) && { ages }),
      ...(has('fee') && { feeFen: fee! }),
    },
  }
}

/** A number as it was typed; null where nothing was, undefined where it is none or out of bounds. */
function amount(text: string, least: number, most: number): number | null | undefined {
  if (text.trim() === '') return null
  const number = wholeTyped(text)
  return number !== null && number >= least && number <= most ? number : undefined
}
