import type { Datum } from '@/domain/stations/datum'
import { dateOf } from '@/domain/time/date'
import type { Store } from '@/cloud/store'
import { centresForImport, knownStations } from '@/cloud/store/queries/stations-import'
import { fileOf } from '@/cloud/store/queries/uploaded-files'
import type { Plan } from '@/cloud/stations-import/plan'
import type { Preview } from '@/cloud/stations-import/preview'

type Wish = { centreId: string; fileId: string; datum?: Datum | undefined }

type Refused =
  | { code: 'NOT_FOUND'; facts: { what: 'centre' | 'file' } }
  | { code: 'LIST_REFUSED'; facts: { problem: string } }

/** Reads a list that this person sent and says what it would change in a centre. */
export async function previewSent(
  store: Store,
  personId: string,
  { centreId, fileId, datum }: Wish,
  now: Date,
): Promise<{ preview: Preview } | { refusal: Refused }> {
  const centres = await centresForImport(store.db)
  const centre = centres.find((one) => one.centreId === centreId)
  if (!centre) return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  const file = await fileOf(store.pool, personId, fileId)
  if (!file) return { refusal: { code: 'NOT_FOUND', facts: { what: 'file' } } }
  const known = await knownStations(store.pool, centreId)
  const desk = await import('@/cloud/sheets/desk')
  const result = desk.readOrProblem(() =>
    desk.previewList(file.content, {
      centre,
      otherCentres: centres.filter((other) => other !== centre),
      known,
      datum: datum ?? null,
      year: Number(dateOf(now.getTime()).slice(0, 4)),
    }),
  )
  if ('problem' in result) return { refusal: { code: 'LIST_REFUSED', facts: result } }
  return { preview: result.read }
}

/** How much a list changes; `wrong` counts the rows with errors. */
export function countsOf(plan: Plan, errors: Preview['errors']) {
  return {
    added: plan.added.length,
    changed: plan.changed.length,
    same: plan.same.length,
    takenOff: plan.takenOff.length,
    missing: plan.missing.length,
    wrong: new Set(errors.map(({ row }) => row)).size,
  }
}
