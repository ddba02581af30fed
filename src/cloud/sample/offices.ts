import type { ParsedInput } from '@/contract'
import type { SealedService } from '@/domain/consultation/consultation'
import { addDays, addMonths, dateOf, dayOfWeek, firstOfMonth, monthOf } from '@/domain/time/date'
import { publishMonth } from '@/cloud/consultations/publish-month'
import type { Dependencies } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { latestHours } from '@/cloud/store/queries/office-hours/read'
import { personOfIdentity } from '@/cloud/store/queries/people'
import { unpublishActivity, writeTallies } from '@/cloud/store/queries/sample'
import { SAMPLE_TALLIES } from './tallies'

type Hours = ParsedInput<'casework.publishHours'>['hours']

/** This month and so many more have hours. */
const MONTHS_AHEAD = 2
/** What the sample had before lawyers published their hours themselves. */
const FORMER_ACTIVITY = 'nongye.lvshi-xiawu'

/** Who sits where in the sample, and their hours in a month `YYYY-MM`. */
const OFFICES: readonly {
  subject: string
  service: SealedService
  hoursOf: (month: string) => Hours
}[] = [
  {
    subject: 'lawyer',
    service: 'legal',
    // A lawyer comes once a month.
    hoursOf: (month) => ({
      weekly: [{ weekday: 4, spans: [{ opens: '14:00', closes: '17:00' }] }],
      blocked: weekdaysOf(month, 4).filter((_, index) => index !== 2),
      slotMinutes: 30,
      place: '一楼接待室',
      channels: ['in-person', 'phone', 'wechat'],
    }),
  },
  {
    subject: 'mediator',
    service: 'mediation',
    hoursOf: () => ({
      weekly: [{ weekday: 2, spans: [{ opens: '14:30', closes: '17:30' }] }],
      blocked: [],
      slotMinutes: 60,
      place: '二楼调解室',
      channels: ['in-person', 'phone'],
    }),
  },
]
const CENTRE = 'nongye'

/**
 * Publishes the hours of the lawyer and the mediator for the months that they have published none for,
 * and lays out what was counted before (`tallies`), once.
 */
export async function seedOffices({ store, clock }: Dependencies): Promise<void> {
  const now = clock.now()
  const thisMonth = monthOf(dateOf(now.getTime()))
  await unpublishActivity(store.db, FORMER_ACTIVITY)
  for (const { subject, service, hoursOf } of OFFICES) {
    const personId = await personOfIdentity(store.pool, { provider: 'local', subject })
    const office = { centreId: CENTRE, personId, service }
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
      const month = addMonths(thisMonth, ahead)
      const kept = await latestHours(store.pool, office, month)
      if (kept?.month === month) continue
      const hours = hoursOf(month)
      await inTransaction(store.pool, (client) =>
        publishMonth(client, office, { month, hours }, now),
      )
    }
  }
  const months = SAMPLE_TALLIES.map((tallies, index) => ({
    month: addMonths(thisMonth, index - SAMPLE_TALLIES.length),
    tallies,
  }))
  await writeTallies(store.db, CENTRE, months)
}

/** The days of a month that are an ISO weekday, in order. */
function weekdaysOf(month: string, weekday: number): string[] {
  const first = firstOfMonth(month)
  const start = addDays(first, (weekday - dayOfWeek(first) + 7) % 7)
  return [0, 7, 14, 21, 28]
    .map((days) => addDays(start, days))
    .filter((day) => monthOf(day) === month)
}
