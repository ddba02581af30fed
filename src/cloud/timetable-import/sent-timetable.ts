import type { Pool, PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { centreOf } from '@/domain/access/key'
import { DAY } from '@/domain/time/instant'
import type { Answer } from '@/domain/timetable/answers'
import type { FoundClass } from '@/domain/timetable/found'
import type { Comparison } from '@/domain/timetable/publishing'
import type { Store } from '@/cloud/store'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { type KeptClass, classesBetween } from '@/cloud/store/queries/timetable/classes'
import { fileOf } from '@/cloud/store/queries/uploaded-files'
import { answersOnTheWire } from './answers-on-the-wire'

/** More classes than these are not published at once. */
export const MOST_CLASSES = 300

type Wish = Pick<ParsedInput<'staff.previewPublish'>, 'importId' | 'answers' | 'defaults'>

type Refused =
  | { code: 'NOT_FOUND'; facts: { what: 'import' } }
  | { code: 'TABLE_REFUSED'; facts: { problem: string } }
  | { code: 'UNKNOWN_CELL'; facts: { cell: string } }

/** A timetable that somebody sent, read again, with what the answers to it say. */
export interface SentTimetable {
  centreId: string
  /** What the centre is called: the place of a class that says none. */
  place: string
  classes: FoundClass[]
  answers: ReadonlyMap<string, Answer>
  defaults: NonNullable<Wish['defaults']>
}

/** Reads the timetable of an import once more; it is there as long as the file is. */
export async function sentTimetable(
  store: Store,
  personId: string,
  { importId, answers, defaults = {} }: Wish,
): Promise<SentTimetable | { refusal: Refused } | { invalid: { path: string; reason: string } }> {
  const centreId = centreOf(importId)
  const [, file, year] = /\.([a-z2-7]{26})-(20\d\d)$/.exec(importId) ?? []
  const place = await shortNameOfCentre(store.db, centreId)
  const sent = file && place !== null ? await fileOf(store.pool, personId, `f-${file}`) : null
  if (!sent || place === null) return { refusal: { code: 'NOT_FOUND', facts: { what: 'import' } } }
  const desk = await import('@/cloud/sheets/desk')
  const result = desk.readOrProblem(() => desk.understandTable(sent.content, Number(year)))
  if ('problem' in result) return { refusal: { code: 'TABLE_REFUSED', facts: result } }
  const { classes } = result.read
  if (classes.length > MOST_CLASSES) {
    const problem = `表里有 ${classes.length} 门课，一次最多发布 ${MOST_CLASSES} 门，请分成几个文件`
    return { refusal: { code: 'TABLE_REFUSED', facts: { problem } } }
  }
  const said = answersOnTheWire(answers)
  if ('wrong' in said) return { invalid: said.wrong }
  return { centreId, place, classes, answers: said.answers, defaults }
}

/** So long before and after the days of a sheet something may be that it speaks of. */
const AROUND = 62 * DAY

/** A sheet beside what stands in its centre; or the cell of an answer that no class was read from. */
export async function comparedTimetable(
  client: Pool | PoolClient,
  { centreId, place, classes, answers, defaults }: SentTimetable,
  now: Date,
): Promise<{ comparison: Comparison; standing: KeptClass[] } | { refusal: Refused }> {
  const given = [...answers.values()].flatMap((answer) => answer.lessons ?? [])
  const starts = [...classes.flatMap(({ lessons }) => lessons), ...given].map((one) => one.startsAt)
  const [first, last] = starts.reduce(
    ([least, most], start) => [Math.min(least, start), Math.max(most, start)],
    [now.getTime(), now.getTime()] as [number, number],
  )
  const span = { from: new Date(first - AROUND), to: new Date(last + AROUND) }
  const standing = await classesBetween(client, centreId, span)
  const desk = await import('@/cloud/sheets/desk')
  const wish = { answers, sheet: defaults, place, now: now.getTime() }
  const comparison = desk.compareWithStanding(classes, standing, wish)
  if ('unknown' in comparison) {
    return { refusal: { code: 'UNKNOWN_CELL', facts: { cell: comparison.unknown } } }
  }
  return { comparison, standing }
}
