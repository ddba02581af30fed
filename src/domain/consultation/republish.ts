import { overlaps } from '@/domain/seats/clash'
import type { SlotSpan } from './office-hours'

/** A slot that was published before. */
export interface PublishedSlot extends SlotSpan {
  poolId: string
  taken: boolean
}

/** What publishing a month changes. */
export interface Republication {
  add: SlotSpan[]
  /** Free slots that the hours no longer give. */
  withdraw: PublishedSlot[]
  /** Free slots that the hours give still. */
  stay: PublishedSlot[]
  /** How many taken slots stay although the hours no longer give them. */
  kept: number
}

/**
 * What becomes of a month's slots at `now` when its hours give the slots `wanted`. What has begun is
 * left as it is. Nothing is added that would overlap a slot that stays, or `busy`: the same
 * professional's slots elsewhere. What somebody has taken is never touched.
 */
export function republish(
  wanted: readonly SlotSpan[],
  published: readonly PublishedSlot[],
  busy: readonly SlotSpan[],
  now: number,
): Republication {
  const given = new Set(wanted.map(nameOf))
  const begun = published.filter(({ startsAt }) => startsAt <= now)
  const toCome = published.filter(({ startsAt }) => startsAt > now)
  const withdraw = toCome.filter((slot) => !slot.taken && !given.has(nameOf(slot)))
  const stay = toCome.filter((slot) => !slot.taken && given.has(nameOf(slot)))
  const taken = toCome.filter((slot) => slot.taken)
  const standing = [...begun, ...stay, ...taken, ...busy]
  return {
    withdraw,
    stay,
    kept: taken.filter((slot) => !given.has(nameOf(slot))).length,
    add: wanted.filter(
      (slot) => slot.startsAt > now && !standing.some((other) => overlaps(slot, other)),
    ),
  }
}

function nameOf({ startsAt, endsAt }: SlotSpan): string {
  return `${startsAt}-${endsAt}`
}
