import type { ParsedInput } from '@/contract'
import { monthsToPublish, wrongWeekday } from '@/domain/consultation/office-hours'
import { monthOf } from '@/domain/time/date'
import { publishMonth } from '@/cloud/consultations/publish-month'
import type { Handler } from '@/cloud/handler'
import { hasCentre } from '@/cloud/store/queries/centres'
import { commandInTransaction } from '../command-in-transaction'

/** For a professional: publishes the slots of a month at once. */
export const publishHours: Handler<'casework.publishHours'> = async (call) => {
  const { input, intent, dependencies } = call
  const refused = judged(input, dependencies.clock.now().getTime())
  if (refused) return refused
  const { centreId, service } = input
  const office = { centreId, service, personId: intent.personId }
  return commandInTransaction<'casework.publishHours'>(dependencies, intent, async (client, now) =>
    // Whoever works in every centre may name one that is not there.
    (await hasCentre(client, centreId))
      ? { value: await publishMonth(client, office, input, now) }
      : { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } },
  )
}

/** What is wrong with the hours themselves; null for nothing. */
function judged({ month, hours }: ParsedInput<'casework.publishHours'>, now: number) {
  const months = monthsToPublish(now)
  if (month < months.first || month > months.last) {
    return { refusal: { code: 'WRONG_MONTH', facts: months } } as const
  }
  const weekday = wrongWeekday(hours)
  if (weekday !== null) return { refusal: { code: 'WRONG_HOURS', facts: { weekday } } } as const
  const strange = hours.blocked.findIndex((day) => monthOf(day) !== month)
  if (strange === -1) return null
  return { invalid: { path: `hours.blocked.${strange}`, reason: 'OTHER_MONTH' } } as const
}
