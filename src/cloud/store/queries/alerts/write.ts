import type { PoolClient } from 'pg'
import { afterNight } from '@/domain/alerts/due'
import { DAY } from '@/domain/time/instant'
import { mayBeTold } from './template-of'

/** What was not told so long is not news any more. */
const KEPT_FOR = 3 * DAY

/**
 * Each of these writes down what WeChat is to tell, in the transaction of what it tells of and after it,
 * for everybody who has a message of that kind in store. What is written already is left as it is. What
 * happens in the night is told at eight.
 */

/** Of entries of a waiting list that were offered seats just now. */
export async function alertOffers(
  client: PoolClient,
  { centreId, entryIds }: { centreId: string; entryIds: readonly string[] },
  now: Date,
): Promise<void> {
  await client.query({
    name: 'alerts.of-offers',
    text: OF_OFFERS,
    values: [centreId, entryIds, now, nextTry(now)],
  })
}

/** Of everybody whose entry in a ballot was drawn. */
export async function alertDraw(
  client: PoolClient,
  { centreId, ballotId }: { centreId: string; ballotId: string },
  now: Date,
): Promise<void> {
  await client.query({
    name: 'alerts.of-draw',
    text: OF_DRAW,
    values: [centreId, ballotId, now, nextTry(now), keptUntil(now)],
  })
}

/** Of notices that a lesson or a whole activity was changed; of a private hour only that there is news. */
export async function alertNotices(
  client: PoolClient,
  { centreId, noticeIds }: { centreId: string; noticeIds: readonly string[] },
  now: Date,
): Promise<void> {
  await client.query({
    name: 'alerts.of-notices',
    text: OF_NOTICES,
    values: [centreId, noticeIds, now, nextTry(now), keptUntil(now)],
  })
}

/** That something became of a private matter: `step` tells its steps apart. */
export async function alertPrivate(
  client: PoolClient,
  matter: { centreId: string; consultationId: string; personId: string; step: string },
  now: Date,
): Promise<void> {
  const { centreId, consultationId, personId, step } = matter
  await client.query({
    name: 'alerts.of-private',
    text: OF_PRIVATE,
    values: [centreId, consultationId, now, nextTry(now), keptUntil(now), personId, step],
  })
}

const nextTry = (now: Date): Date => new Date(afterNight(now.getTime()))
const keptUntil = (now: Date): Date => new Date(now.getTime() + KEPT_FOR)

const INTO = `
insert into changlai.alert (centre_id, person_id, purpose, about, turn, made_at, next_try_at, until)`
const ONCE = 'on conflict on constraint alert_once do nothing'

const OF_OFFERS = `${INTO}
select entry.centre_id, entry.holder_id, 'seat-offered', entry.entry_id, '', $3::timestamptz,
  $4::timestamptz, entry.offer_until
from changlai.waitlist_entry as entry
where entry.centre_id = $1 and entry.entry_id = any ($2::text[]) and entry.state = 'offered'
  and ${mayBeTold('entry.holder_id', `'seat-offered'`)}
${ONCE}`

const OF_DRAW = `${INTO}
select entry.centre_id, entry.holder_id, 'ballot-drawn', entry.ballot_id, '', $3::timestamptz,
  $4::timestamptz, $5::timestamptz
from changlai.ballot_entry as entry
where entry.centre_id = $1 and entry.ballot_id = $2 and entry.drawn_place is not null
  and ${mayBeTold('entry.holder_id', `'ballot-drawn'`)}
${ONCE}`

const OF_NOTICES = `${INTO}
select told.centre_id, told.person_id, told.purpose, told.notice_id, '', $3::timestamptz,
  $4::timestamptz, $5::timestamptz
from (
  select notice.centre_id, notice.person_id, notice.notice_id,
    case when pool.intake is null then 'lesson-changed' else 'private-news' end as purpose
  from changlai.notice
  join changlai.booking
    on booking.centre_id = notice.centre_id and booking.booking_id = notice.booking_id
  join changlai.pool on pool.centre_id = booking.centre_id and pool.pool_id = booking.pool_id
  where notice.centre_id = $1 and notice.notice_id = any ($2::text[])
) as told
where ${mayBeTold('told.person_id', 'told.purpose')}
${ONCE}`

const OF_PRIVATE = `${INTO}
select $1, $6::uuid, 'private-news', $2, $7, $3::timestamptz, $4::timestamptz, $5::timestamptz
where ${mayBeTold('$6::uuid', `'private-news'`)}
${ONCE}`
