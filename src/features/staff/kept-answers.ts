import type { Input } from '@/contract'
import { phoneStorage } from '@/gateway/storage'

type Publish = Input<'staff.previewPublish'>

/** What a clerk answered to the cells of a sheet, and to the sheet as a whole. */
export interface KeptAnswers {
  answers: Record<string, CellAnswer>
  defaults: NonNullable<Publish['defaults']>
}
export type CellAnswer = Extract<Publish['answers'], Record<string, unknown>>[string]

export const NO_ANSWERS: KeptAnswers = { answers: {}, defaults: {} }

const keyOf = (centreId: string, name: string) => `timetable-answers ${centreId} ${name}`

/** What was answered to a file of this name before and is not published yet. */
export function answersKept(centreId: string, name: string): KeptAnswers {
  const text = phoneStorage.get(keyOf(centreId, name))
  try {
    return text === null ? NO_ANSWERS : (JSON.parse(text) as KeptAnswers)
  } catch {
    return NO_ANSWERS
  }
}

/** Keeps answers on the phone until they are published; null forgets them. */
export function keepAnswers(centreId: string, name: string, kept: KeptAnswers | null): void {
  try {
    if (kept === null) phoneStorage.remove(keyOf(centreId, name))
    else phoneStorage.set(keyOf(centreId, name), JSON.stringify(kept))
  } catch {
    // The phone is full: they are still on the screen.
  }
}
