import type { Pool } from 'pg'
import { VISIT_KNOWN_DAYS } from '@/domain/retention/away'

/** Who was found behind a name. */
export interface FoundPerson {
  personId: string
  /**
   * Whether it is to be written down that they were here: `due`, because what is known of it is old, or
   * `leaving`, because they are about to be erased for having been away.
   */
  visit: 'due' | 'leaving' | null
}

// By the database's clock: a host whose own is wrong makes nobody younger or older.
const TODAY = `(now() at time zone 'Asia/Shanghai')::date`
const THIS_MONTH = `date_trunc('month', now() at time zone 'Asia/Shanghai')::date`

/** Whether a visit of a row of `person_identity` is to be written down; whoever is leaving is due as well. */
export const visitOf = (row: string): string => `
    case when ${row}.here_in <= ${TODAY} - ${VISIT_KNOWN_DAYS}
      then case when ${row}.leaving then 'leaving' else 'due' end end`

/**
 * Writes down that people are here, for those of whom it was not known lately: then they are not about to
 * be erased any more. Waits for whoever is erasing one of them, and leaves those out who are gone.
 */
export async function noteVisits(pool: Pool, personIds: readonly string[]): Promise<void> {
  await pool.query({
    ...(personIds.length === 1 ? { name: 'away.visit' } : {}),
    text: NOTE,
    values: [personIds],
  })
}

// In one order, as two hosts may write down the same people at once.
const NOTE = `
with due as materialized (
  select person_id from changlai.person_identity
  where person_id = any ($1::uuid[]) and here_in <= ${TODAY} - ${VISIT_KNOWN_DAYS}
  order by person_id
  for no key update
)
update changlai.person_identity as identity
set here_in = ${THIS_MONTH}, look_on = null, leaving = false
from due
where identity.person_id = due.person_id`
