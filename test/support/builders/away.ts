import { createDispatch } from '../../../src/cloud/dispatch'
import { fixedClock } from '../../../src/cloud/clock'
import { eraseAway } from '../../../src/cloud/jobs/erase-away'
import { markAway } from '../../../src/cloud/jobs/mark-away'
import { KEPT_FOR_DAYS } from '../../../src/domain/retention/kept-for'
import { DAY } from '../../../src/domain/time/instant'
import type { TestDatabase } from '../database'
import { silentLog } from '../silent-log'
import { type Caller, callerOf, newRequestId } from './caller'
import { aPersona } from './consultation'
import { NOW } from './programme'

/** Ten years on: nobody who only comes in a test has come since. */
export const LATER = NOW + 3_650 * DAY

export interface Resident {
  name: string
  personId: string
  call: Caller
}

/** People who come or stay away, on a host with a clock of its own. */
export function peopleWhoStayAway(database: TestDatabase) {
  const clock = fixedClock(NOW)
  const host = { store: database.store, clock, log: silentLog }
  const run = (text: string, values: unknown[] = []) => database.store.pool.query(text, values)
  const hereLast = (personId: string, hereIn: string) =>
    run('update changlai.person_identity set here_in = $2 where person_id = $1', [
      ...[personId, hereIn],
    ])
  return {
    ...{ clock, host, run, hereLast },
    /** Somebody who has an account, and was last here in a month, by its first day. */
    async somebody(hereIn = '2026-11-01'): Promise<Resident> {
      const name = `somebody-${newRequestId().slice(-8)}`
      const personId = await aPersona(database.store, name)
      await hereLast(personId, hereIn)
      return { name, personId, call: callerOf(createDispatch(host), name) }
    },
    /** How it stands with the account of a name; null for none. */
    async accountOf({ name }: { name: string }) {
      const { rows } = await database.store.pool.query<{
        personId: string
        hereIn: string
        lookOn: string | null
        leaving: boolean
      }>(
        `select person_id as "personId", here_in as "hereIn", look_on as "lookOn", leaving
         from changlai.person_identity where subject = $1`,
        [name],
      )
      return rows[0] ?? null
    },
    /** Both jobs as they run in a month; gives how many were marked and how many erased. */
    async aMonth() {
      const marked = await markAway(host)
      clock.set(clock.now().getTime() + KEPT_FOR_DAYS.leaving * DAY)
      return { marked, erased: await eraseAway(host) }
    },
  }
}
