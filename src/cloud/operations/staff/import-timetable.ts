import type { Output } from '@/contract'
import { centreKey } from '@/domain/access/key'
import { toInstantText } from '@/domain/time/instant'
import type { FoundActivity } from '@/domain/timetable/found'
import type { Handler } from '@/cloud/handler'
import { shortNameOfCentre } from '@/cloud/store/queries/centres'
import { fileOf } from '@/cloud/store/queries/uploaded-files'

type Imported = Output<'staff.importTimetable'>['activities'][number]

/** What is understood of a timetable that staff sent. */
export const importTimetable: Handler<'staff.importTimetable'> = async (call) => {
  const { input, actor, dependencies } = call
  const { centreId, fileId, year } = input
  const { store } = dependencies
  if ((await shortNameOfCentre(store.db, centreId)) === null) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
  }
  const file = await fileOf(store.pool, actor.personId!, fileId)
  if (!file) return { refusal: { code: 'NOT_FOUND', facts: { what: 'file' } } }
  const desk = await import('@/cloud/sheets/desk')
  const result = desk.readOrProblem(() => desk.understandTable(file.content, year))
  if ('problem' in result) return { refusal: { code: 'TABLE_REFUSED', facts: result } }
  const { activities, questions, rejected, notes } = result.read
  const importId = importIdOf(centreId, fileId, year)
  return {
    value: { importId, activities: activities.map(onTheWire), questions, rejected, notes },
  }
}

/** An import is the reading of one file for one year: nothing has to be kept for it. */
function importIdOf(centreId: string, fileId: string, year: number): string {
  return centreKey(centreId, `${fileId.replace(/^f-/, '')}-${year}`)
}

function onTheWire({ fee, lessons, ...activity }: FoundActivity): Imported {
  return {
    ...activity,
    fee: fee && { free: fee.fen === 0, amountFen: fee.fen, currency: 'CNY' },
    lessons: lessons.map(({ startsAt, endsAt }) => ({
      startsAt: toInstantText(startsAt),
      endsAt: endsAt === null ? null : toInstantText(endsAt),
    })),
  }
}
