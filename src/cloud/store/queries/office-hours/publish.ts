import type { PoolClient } from 'pg'
import type { Channel, SealedService } from '@/domain/consultation/consultation'
import type { SlotSpan } from '@/domain/consultation/office-hours'
import type { PublishedSlot } from '@/domain/consultation/republish'
import { holdPeople } from '../consultations/met'

/** Whose hours in a centre. */
export interface Office {
  centreId: string
  personId: string
  service: SealedService
}

/** A slot to be written: instants in ms, its day at UTC+8, and the key that follows from them. */
export interface NewSlot extends SlotSpan {
  poolId: string
  day: string
}

/** What every slot of an office has. */
export interface SlotTerms {
  activityId: string
  place: string
  channels: readonly Channel[]
}

/**
 * Lets the publishings of one professional come one after the other, until the transaction ends, and
 * whoever takes a time of theirs come before or after. Consultations for which one of these times was
 * proposed forget it when it is withdrawn: they are held first, as everybody holds them.
 */
export async function takeTurn(
  client: PoolClient,
  office: Office,
  { from, until }: { from: number; until: number },
): Promise<void> {
  await client.query({
    name: 'office-hours.hold-proposals',
    text: HOLD_PROPOSALS,
    values: [...valuesOf(office), new Date(from), new Date(until)],
  })
  await holdPeople(client, [office.personId])
}

/**
 * An office's slots between two instants that are not over at `now`, held until the transaction ends:
 * nobody takes one or gives one back meanwhile. In the order of their keys, as whoever holds several
 * pools does, so that two never wait for each other.
 */
export async function holdSlots(
  client: PoolClient,
  office: Office,
  { from, until, now }: { from: number; until: number; now: Date },
): Promise<PublishedSlot[]> {
  const { rows } = await client.query<PublishedSlot>({
    name: 'office-hours.hold-slots',
    text: HOLD_SLOTS,
    values: [...valuesOf(office), new Date(from), new Date(until), now],
  })
  return rows
}

/** When the professional sits elsewhere between two instants: in another centre or for another service. */
export async function busyElsewhere(
  client: PoolClient,
  office: Office,
  { from, until }: { from: number; until: number },
): Promise<SlotSpan[]> {
  const { rows } = await client.query<SlotSpan>({
    name: 'office-hours.elsewhere',
    text: ELSEWHERE,
    values: [...valuesOf(office), new Date(from), new Date(until)],
  })
  return rows
}

/**
 * Withdraws free slots that are held. Where nobody ever held the seat nothing is left of it; where
 * somebody did and gave it back, the pool stays for their past booking, closed and cancelled.
 */
export async function withdrawSlots(
  client: PoolClient,
  centreId: string,
  poolIds: readonly string[],
  now: Date,
): Promise<void> {
  if (poolIds.length === 0) return
  const { rows } = await client.query<{ poolId: string }>({
    name: 'office-hours.once-held',
    text: ONCE_HELD,
    values: [centreId, poolIds],
  })
  const onceHeld = rows.map(({ poolId }) => poolId)
  const untouched = poolIds.filter((poolId) => !onceHeld.includes(poolId))
  const send = (name: string, text: string, values: unknown[]) =>
    client.query({ name: `office-hours.${name}`, text, values })
  await send('delete-occurrences', DELETE_OCCURRENCES, [centreId, untouched])
  await send('delete-pools', DELETE_POOLS, [centreId, untouched])
  await send('cancel-occurrences', CANCEL_OCCURRENCES, [centreId, onceHeld])
  await send('close-pools', CLOSE_POOLS, [centreId, onceHeld, now])
  await send('delete-slots', DELETE_SLOTS, [centreId, onceHeld])
}

/** Writes slots down that can be taken from `now` until they start and given back until two hours before. */
export async function addSlots(
  client: PoolClient,
  { centreId, personId, service }: Office,
  { activityId, place, channels }: SlotTerms,
  slots: readonly NewSlot[],
  now: Date,
): Promise<void> {
  if (slots.length === 0) return
  const poolIds = slots.map(({ poolId }) => poolId)
  const starts = slots.map(({ startsAt }) => new Date(startsAt))
  const ends = slots.map(({ endsAt }) => new Date(endsAt))
  const days = slots.map(({ day }) => day)
  await client.query({
    name: 'office-hours.add-pools',
    text: ADD_POOLS,
    values: [centreId, activityId, service, now, poolIds, starts, ends],
  })
  await client.query({
    name: 'office-hours.add-occurrences',
    text: ADD_OCCURRENCES,
    values: [centreId, activityId, place, poolIds, starts, ends, days],
  })
  await client.query({
    name: 'office-hours.add-slots',
    text: ADD_SLOTS,
    values: [centreId, personId, service, channels, poolIds],
  })
}

/** Tells the place and the channels anew of free slots that are held and stay. */
export async function renewSlots(
  client: PoolClient,
  centreId: string,
  { place, channels }: SlotTerms,
  poolIds: readonly string[],
): Promise<void> {
  if (poolIds.length === 0) return
  await client.query({
    name: 'office-hours.renew-places',
    text: RENEW_PLACES,
    values: [centreId, poolIds, place],
  })
  await client.query({
    name: 'office-hours.renew-channels',
    text: RENEW_CHANNELS,
    values: [centreId, poolIds, channels],
  })
}

/** Keeps what was set in the grid of a month. */
export async function keepHours(
  client: PoolClient,
  office: Office,
  { month, hours, now }: { month: string; hours: object; now: Date },
): Promise<void> {
  await client.query({
    name: 'office-hours.keep',
    text: KEEP,
    values: [...valuesOf(office), month, JSON.stringify(hours), now],
  })
}

function valuesOf({ centreId, personId, service }: Office): [string, string, SealedService] {
  return [centreId, personId, service]
}

const HOLD_PROPOSALS = `
select from changlai.consultation
join changlai.consultation_slot as slot on slot.centre_id = consultation.centre_id
  and slot.pool_id = consultation.proposed_pool_id
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3
  and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz
order by consultation.consultation_id
for no key update of consultation`

const HOLD_SLOTS = `
select pool.pool_id as "poolId", pool.starts_at as "startsAt", pool.ends_at as "endsAt",
  pool.taken > 0 as taken
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.centre_id = $1 and slot.person_id = $2 and slot.service = $3
  and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz
  and pool.ends_at > $6::timestamptz
order by pool.pool_id
for update of pool`

const ELSEWHERE = `
select pool.starts_at as "startsAt", pool.ends_at as "endsAt"
from changlai.consultation_slot as slot
join changlai.pool on pool.centre_id = slot.centre_id and pool.pool_id = slot.pool_id
where slot.person_id = $2 and (slot.centre_id, slot.service) <> ($1, $3)
  and pool.starts_at >= $4::timestamptz and pool.starts_at < $5::timestamptz`

const ONCE_HELD = `
select distinct pool_id as "poolId" from changlai.booking
where centre_id = $1 and pool_id = any ($2::text[])`

const DELETE_OCCURRENCES = `
delete from changlai.occurrence where centre_id = $1 and pool_id = any ($2::text[])`

// What hangs on a pool goes with it; a proposal that names it forgets it.
const DELETE_POOLS = `
delete from changlai.pool where centre_id = $1 and pool_id = any ($2::text[])`

const CANCEL_OCCURRENCES = `
update changlai.occurrence set state = 'cancelled'
where centre_id = $1 and pool_id = any ($2::text[])`

// Closing it is what somebody who is taking it at this moment finds, once the lock is had.
const CLOSE_POOLS = `
update changlai.pool
set closes_at = $3::timestamptz,
  opens_at = least(opens_at, $3::timestamptz - interval '1 millisecond')
where centre_id = $1 and pool_id = any ($2::text[])`

const DELETE_SLOTS = `
delete from changlai.consultation_slot where centre_id = $1 and pool_id = any ($2::text[])`

// A slot that was withdrawn and is given again is the same pool, at its new length.
const ADD_POOLS = `
insert into changlai.pool
  (centre_id, pool_id, activity_id, capacity, mode, opens_at, closes_at, cancel_until, starts_at,
   ends_at, intake)
select $1, slot.pool_id, $2, 1, 'open', $4::timestamptz, slot.starts_at,
  slot.starts_at - interval '2 hours', slot.starts_at, slot.ends_at, $3
from unnest($5::text[], $6::timestamptz[], $7::timestamptz[]) as slot (pool_id, starts_at, ends_at)
on conflict (centre_id, pool_id) do update
set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
  cancel_until = excluded.cancel_until, ends_at = excluded.ends_at`

const ADD_OCCURRENCES = `
insert into changlai.occurrence
  (centre_id, occurrence_id, activity_id, pool_id, day, starts_at, ends_at, original_starts_at, place)
select $1, slot.pool_id, $2, slot.pool_id, slot.day, slot.starts_at, slot.ends_at, slot.starts_at, $3
from unnest($4::text[], $5::timestamptz[], $6::timestamptz[], $7::date[])
  as slot (pool_id, starts_at, ends_at, day)
on conflict (centre_id, occurrence_id) do update
set state = 'scheduled', ends_at = excluded.ends_at, place = excluded.place`

const ADD_SLOTS = `
insert into changlai.consultation_slot (centre_id, pool_id, person_id, service, channels)
select $1, unnest($5::text[]), $2, $3, $4::text[]`

const RENEW_PLACES = `
update changlai.occurrence set place = $3
where centre_id = $1 and pool_id = any ($2::text[]) and place <> $3`

const RENEW_CHANNELS = `
update changlai.consultation_slot set channels = $3::text[]
where centre_id = $1 and pool_id = any ($2::text[]) and channels <> $3::text[]`

const KEEP = `
insert into changlai.office_hours (centre_id, person_id, service, month, hours, published_at)
values ($1, $2, $3, $4, $5::jsonb, $6::timestamptz)
on conflict (centre_id, person_id, service, month) do update
set hours = excluded.hours, published_at = excluded.published_at`
