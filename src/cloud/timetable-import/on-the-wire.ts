import type { Output } from '@/contract'
import { toInstantText } from '@/domain/time/instant'
import type { ComparedClass } from '@/domain/timetable/publishing'

type Previewed = Output<'staff.previewPublish'>['classes'][number]

export const NO_LESSONS = { moved: 0, cancelled: 0, added: 0 }

/** A class of a sheet beside what stands, as staff look at it before it is published. */
export function previewedClass(
  one: ComparedClass,
  { people, lessons }: { people: number; lessons: Previewed['lessonChanges'] },
): Previewed {
  const { to, standing } = one
  return {
    ...{ cell: one.ref, cells: one.cells, outcome: one.outcome, why: one.why, open: one.open },
    stands: standing && { activityId: standing.activityId, version: standing.version },
    ...{ title: to.title, host: to.host, place: to.place },
    ...{ category: one.category, audience: one.audience, ages: to.ages, feeFen: to.feeFen },
    ...{ capacity: to.seats, per: one.per, behind: one.behind },
    lessons: to.lessons.map(({ startsAt, endsAt }) => ({
      startsAt: toInstantText(startsAt),
      endsAt: toInstantText(endsAt),
    })),
    ...{ changes: one.changes, lessonChanges: lessons, people },
  }
}

/** How many classes are new, changed, as they were, and left out. */
export function countsOf(outcomes: readonly ComparedClass['outcome'][]) {
  const of = (outcome: ComparedClass['outcome']) => outcomes.filter((one) => one === outcome).length
  return {
    ...{ added: of('added'), changed: of('changed') },
    ...{ unchanged: of('unchanged'), skipped: of('skipped') },
  }
}
