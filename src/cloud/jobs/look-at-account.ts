import type { Look } from '@/cloud/store/queries/away/marks'
import type { StandingOf } from '@/cloud/store/queries/away/standing'
import { LOOK_AGAIN_DAYS, judgeAccount } from '@/domain/retention/away'
import { KEPT_FOR_DAYS } from '@/domain/retention/kept-for'
import { addDays } from '@/domain/time/date'

/** What is to be written down of an account that stands so. */
export function lookAt(standing: StandingOf, today: string): Look {
  const { personId, hereIn: before } = standing
  const verdict = judgeAccount(standing, today)
  if (verdict.is === 'here') {
    return { personId, before, hereIn: verdict.hereIn, lookOn: null, leaving: false }
  }
  const leaving = verdict.is === 'away'
  const days = leaving ? KEPT_FOR_DAYS.leaving : LOOK_AGAIN_DAYS
  return { personId, before, hereIn: before, lookOn: addDays(today, days), leaving }
}
