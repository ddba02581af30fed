import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import {
  type SlotSpan,
  monthsToPublish,
  slotsOfMonth,
  wrongWeekday,
} from '@/domain/consultation/office-hours'
import { republish } from '@/domain/consultation/republish'
import { addMonths, dateOf, firstOfMonth, monthOf, startOfDay } from '@/domain/time/date'
import { activityOf, ruleOf, slotOf } from '@/cloud/consultations/office'
import type { Handler, Outcome } from '@/cloud/handler'
import {
  daysToCome,
  makeActivity,
  renewActivity,
} from '@/cloud/store/queries/office-hours/activity'
import {
  type Office,
  addSlots,
  busyElsewhere,
  holdSlots,
  keepHours,
  renewSlots,
  takeTurn,
  withdrawSlots,
} from '@/cloud/store/queries/office-hours/publish'
import { commandInTransaction } from '../command-in-transaction'

/** So many days a rule can name; slots beyond are in the programme all the same. */
const MOST_DAYS = 400

type Published = Outcome<'casework.publishHours'>

/** For a professional: publishes the slots of a month at once. */
export const publishHours: Handler<'casework.publishHours'> = async (call) => {
  const { input, intent, dependencies } = call
  const refused = judged(input, dependencies.clock.now().getTime())
  if (refused) return refused
  return commandInTransaction<'casework.publishHours'>(dependencies, intent, (client, now) =>
    publishIn(client, intent.personId, input, now),
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

async function publishIn(
  client: PoolClient,
  personId: string,
  input: ParsedInput<'casework.publishHours'>,
  now: Date,
): Promise<Published> {
  const { centreId, service, month, hours } = input
  const office: Office = { centreId, service, personId }
  const span = { from: startOfMonth(month), until: startOfMonth(addMonths(month, 1)) }
  await takeTurn(client, office, span)
  const published = await holdSlots(client, office, { ...span, now })
  const busy = await busyElsewhere(client, office, span)
  const wanted = slotsOfMonth(hours, month)
  const { add, withdraw, stay, kept } = republish(wanted, published, busy, now.getTime())
  const keysOf = (slots: readonly { poolId: string }[]) => slots.map(({ poolId }) => poolId)
  await withdrawSlots(client, centreId, keysOf(withdraw), now)
  await writeSlots(client, office, input, add, keysOf(stay), now)
  await keepHours(client, office, { month, hours, now })
  return { value: { added: add.length, withdrawn: withdraw.length, kept } }
}

async function writeSlots(
  client: PoolClient,
  office: Office,
  { hours }: ParsedInput<'casework.publishHours'>,
  add: readonly SlotSpan[],
  stay: readonly string[],
  now: Date,
): Promise<void> {
  const { place, channels } = hours
  const activity = activityOf(office, place)
  const terms = { activityId: activity.activityId, place, channels }
  const slots = add.map((slot) => slotOf(office, slot))
  const first = slots[0]
  if (first) await makeActivity(client, activity, ruleOf([first.day], hours))
  await addSlots(client, office, terms, slots, now)
  await renewSlots(client, office.centreId, terms, stay)
  const days = await daysToCome(client, activity, dateOf(now.getTime()), MOST_DAYS)
  const hasHours = hours.weekly.some(({ spans }) => spans.length > 0)
  if (days.length > 0 && hasHours) await renewActivity(client, activity, ruleOf(days, hours))
}

function startOfMonth(month: string): number {
  return startOfDay(firstOfMonth(month))
}
