import type { Dependencies } from '@/cloud/handler'
import { accountsToLookAt, writeLooks } from '@/cloud/store/queries/away/marks'
import { accountsStanding } from '@/cloud/store/queries/away/standing'
import { awaySince } from '@/domain/retention/away'
import { dateOf } from '@/domain/time/date'
import { lookAt } from './look-at-account'

/** Looked at in one pass at most; the next one goes on. */
const BATCH = 200

/**
 * Looks at the accounts of whom nothing was seen for as long as an account is kept: whoever did
 * something or came to a lesson was here, what something keeps is looked at again, and all others are
 * leaving from now on. Gives how many are. Nobody is told: whoever could read it would have come.
 */
export async function markAway({ store: { pool }, clock }: Dependencies): Promise<number> {
  const now = clock.now()
  const today = dateOf(now.getTime())
  const since = awaySince(today)
  const personIds = await accountsToLookAt(pool, { since, today, limit: BATCH })
  if (personIds.length === 0) return 0
  const standings = await accountsStanding(pool, personIds, { now, today })
  return writeLooks(
    pool,
    standings.map((standing) => lookAt(standing, today)),
  )
}
