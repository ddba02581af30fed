import { restDaysOf } from '@/domain/consultation/office-hours'
import { addMonths, firstOfMonth, startOfDay } from '@/domain/time/date'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { latestHours, ownSlots } from '@/cloud/store/queries/office-hours/read'
import { personOf } from '../person'

/** A professional's own month: the hours last published, and every slot. */
export const officeHours: Handler<'casework.officeHours'> = async (call) => {
  const { input, actor, dependencies } = call
  const { pool } = dependencies.store
  const { centreId, service, month } = input
  const office = { centreId, service, personId: personOf(actor) }
  const from = startOfDay(firstOfMonth(month))
  const until = startOfDay(firstOfMonth(addMonths(month, 1)))
  const [kept, slots] = await Promise.all([
    latestHours(pool, office, month),
    ownSlots(pool, office, { from, until }),
  ])
  const published = kept?.month === month
  return {
    value: {
      published,
      // The days blocked in a month before say nothing of this one.
      hours: kept && (published ? kept.hours : { ...kept.hours, blocked: [] }),
      restDays: restDaysOf(month),
      slots: slots.map((slot) => ({
        ...slot,
        startsAt: toInstantText(slot.startsAt),
        endsAt: toInstantText(slot.endsAt),
      })),
    },
  }
}
