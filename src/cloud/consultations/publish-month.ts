import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { type SlotSpan, slotsOfMonth } from '@/domain/consultation/office-hours'
import { republish } from '@/domain/consultation/republish'
import { addMonths, dateOf, firstOfMonth, startOfDay } from '@/domain/time/date'
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
import { activityOf, ruleOf, slotOf } from './office'

/** So many days a rule can name; slots beyond are in the programme all the same. */
const MOST_DAYS = 400

type Hours = ParsedInput<'casework.publishHours'>['hours']

/** What publishing has changed: how many slots each. */
export interface Published {
  added: number
  withdrawn: number
  kept: number
}

/**
 * Publishes the hours of a month, in the caller's transaction: adds the slots that they give from `now`
 * on, withdraws the free ones that they do not, and leaves alone what somebody has taken. The hours
 * are those that can be kept (`wrongWeekday`).
 */
export async function publishMonth(
  client: PoolClient,
  office: Office,
  { month, hours }: { month: string; hours: Hours },
  now: Date,
): Promise<Published> {
  const span = { from: startOfMonth(month), until: startOfMonth(addMonths(month, 1)) }
  await takeTurn(client, office, span)
  const published = await holdSlots(client, office, { ...span, now })
  const busy = await busyElsewhere(client, office, span)
  const wanted = slotsOfMonth(hours, month)
  const { add, withdraw, stay, kept } = republish(wanted, published, busy, now.getTime())
  await withdrawSlots(client, office.centreId, keysOf(withdraw), now)
  await writeSlots(client, office, hours, { add, stay: keysOf(stay) }, now)
  await keepHours(client, office, { month, hours, now })
  return { added: add.length, withdrawn: withdraw.length, kept }
}

async function writeSlots(
  client: PoolClient,
  office: Office,
  hours: Hours,
  { add, stay }: { add: readonly SlotSpan[]; stay: readonly string[] },
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

function keysOf(slots: readonly { poolId: string }[]): string[] {
  return slots.map(({ poolId }) => poolId)
}

function startOfMonth(month: string): number {
  return startOfDay(firstOfMonth(month))
}
