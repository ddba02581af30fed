import type { Pool } from 'pg'

/** Seats that are held for somebody; `until` in milliseconds since the epoch. */
export interface HeldOffer {
  title: string
  seats: number
  until: number
}

/** Of the offers of a holder that stand at `now` the one that ends first; null for none. */
export async function firstOfferOf(
  pool: Pool,
  holderId: string,
  now: Date,
): Promise<HeldOffer | null> {
  const { rows } = await pool.query<HeldOffer>({
    name: 'waitlist.first-offer',
    text: FIRST_OFFER,
    values: [holderId, now],
  })
  return rows[0] ?? null
}

// The holder's entries are looked through: by a condition on the state that an index is made for,
// PostgreSQL would read all that anybody was offered, while it has not yet heard that there are many.
const FIRST_OFFER = `
select a.title, e.seats, e.offer_until as until
from changlai.waitlist_entry as e
join changlai.pool as p on p.centre_id = e.centre_id and p.pool_id = e.pool_id
join changlai.activity as a on a.centre_id = p.centre_id and a.activity_id = p.activity_id
where e.holder_id = $1 and e.offer_until > $2::timestamptz
  and case e.state when 'offered' then true end
order by e.offer_until, e.entry_id
limit 1`
