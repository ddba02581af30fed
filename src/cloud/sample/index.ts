import type { Dependencies } from '@/cloud/handler'
import { addDays, dateOf, daysBetween } from '@/domain/time/date'
import { plannedOccurrences } from '@/cloud/jobs/planned-occurrences'
import { writeOccurrences } from '@/cloud/store/queries/programme'
import {
  cancelNextButOne,
  generatedFor,
  markGenerated,
  nameTopics,
  writeActivity,
  writeCentre,
} from '@/cloud/store/queries/sample'
import { alone } from '@/cloud/store/queries/sample-lock'
import { seedAttendance } from './attendance'
import { seedBallot } from './ballots'
import { bookSampleSeats } from './bookings'
import { seedOffices } from './offices'
import { seedNeighbours, seedPersonas } from './people'
import { SAMPLE_CENTRES, type SampleCentre } from './programme/centres'
import type { SampleActivity } from './programme/sample-activity'
import { seedStations } from './stations'
import { seedWaiting } from './waiting'

/** Terms and outings are written anew this long after the last ones, before those run out. */
const NEW_TERM_AFTER_DAYS = 56
const WRITTEN_DAYS = 150
/** No term is longer. */
const TERM_DAYS = 400
/** The sample shows one occurrence that was called off. */
const CALLED_OFF = 'nongye.xiqu'

/**
 * Fills the database with the sample programme of three centres, counted from today, with the rest
 * stations around them, and with the people of the local host. Does nothing where that was done
 * already, but writes new terms when the last ones are eight weeks old. Hosts that start at once
 * take turns.
 */
export async function seedSampleProgramme(dependencies: Dependencies): Promise<void> {
  const { store, clock } = dependencies
  await alone(store.pool, async () => {
    const today = dateOf(clock.now().getTime())
    for (const centre of SAMPLE_CENTRES) {
      await seedCentre(dependencies, centre, today)
      await seedStations(dependencies, centre)
    }
    await seedPersonas(dependencies)
    await seedWaiting(dependencies)
    await seedAttendance(dependencies)
    await seedOffices(dependencies)
  })
}

async function seedCentre(
  dependencies: Dependencies,
  centre: SampleCentre,
  today: string,
): Promise<void> {
  const { store, clock } = dependencies
  const before = await generatedFor(store.db, centre.centreId)
  if (before !== null && daysBetween(before, today) < NEW_TERM_AFTER_DAYS) return
  await writeCentre(store.db, { ...centre, position: SAMPLE_CENTRES.indexOf(centre) + 1 })
  const neighbours = await seedNeighbours(dependencies, centre.centreId)
  const drawn = { open: [] as string[], drawn: [] as string[] }
  for (const activity of centre.programme(today)) {
    const endless = isEndless(activity)
    if (before !== null && endless) continue
    const key = before === null ? activity.key : `${activity.key}-${today.replaceAll('-', '')}`
    const activityId = `${centre.centreId}.${key}`
    if (activity.ballot) drawn[activity.ballot].push(activityId)
    await writeActivity(store.db, { ...activity, centreId: centre.centreId, activityId })
    const { rule } = activity
    const to = endless ? addDays(today, WRITTEN_DAYS) : addDays(rule.startsOn, TERM_DAYS)
    const made = { ...activity, centreId: centre.centreId, activityId }
    await writeOccurrences(store.db, plannedOccurrences(made, rule.startsOn, to))
    if (activity.topics) await nameTopics(store.db, activityId, activity.topics, clock.now())
    if (activityId === CALLED_OFF) await cancelNextButOne(store.db, activityId, clock.now())
  }
  await bookSampleSeats(dependencies, centre, today, neighbours)
  for (const kind of ['open', 'drawn'] as const) {
    if (drawn[kind].length === 0) continue
    await seedBallot(dependencies, { activityIds: drawn[kind], kind }, neighbours)
  }
  await markGenerated(store.db, centre.centreId, today)
}

function isEndless({ rule }: SampleActivity): boolean {
  return rule.frequency !== 'dates' && rule.count === undefined && rule.until === undefined
}
