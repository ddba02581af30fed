import type { Input } from '@/contract'

type Publish = Input<'staff.previewPublish'>

/** What a clerk answered to the cells of a sheet, and to the sheet as a whole. */
export interface KeptAnswers {
  answers: Record<string, CellAnswer>
  defaults: NonNullable<Publish['defaults']>
}
export type CellAnswer = Extract<Publish['answers'], Record<string, unknown>>[string]

/** The sheets of a centre that were answered to and are not published yet, the last one first. */
export interface AnsweredSheets {
  sheets: readonly (KeptAnswers & { name: string })[]
}

const NO_ANSWERS: KeptAnswers = { answers: {}, defaults: {} }
/** Answers to more sheets than these at once are nobody's work any more. */
const MOST_SHEETS = 5

/** What was answered to a sheet of this name before and is not published yet. */
export function answersTo(kept: AnsweredSheets | null, name: string): KeptAnswers {
  const { answers, defaults } = kept?.sheets.find((one) => one.name === name) ?? NO_ANSWERS
  return { answers, defaults }
}

/** With these answers to a sheet; null forgets them, because it is published. */
export function withAnswers(
  kept: AnsweredSheets,
  name: string,
  said: KeptAnswers | null,
): AnsweredSheets {
  const others = kept.sheets.filter((one) => one.name !== name)
  return { sheets: said ? [{ ...said, name }, ...others].slice(0, MOST_SHEETS) : others }
}
