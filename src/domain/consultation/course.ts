import { isWorkingDay } from '@/domain/calendar/holidays'
import { addDays, dateOf } from '@/domain/time/date'
import { instantAt } from '@/domain/time/instant'
import type { ConsultationState, Service } from './consultation'

export { type Action, ALLOWED_IN, mayAct } from './allowed'

/** Working days within which the step of a state should be done; urgent ones in one. */
const STEP_DAYS: Readonly<Record<Service, { received: number; assigned: number }>> = {
  legal: { received: 3, assigned: 2 },
  mediation: { received: 3, assigned: 2 },
  feedback: { received: 5, assigned: 5 },
}
/** A dispute taken up should be settled within a month (人民调解工作若干规定, 2002, article 33). */
const MEDIATED_WITHIN_DAYS = 30
/** The outcome is to be written down within so many working days after the two met. */
const OUTCOME_WITHIN_DAYS = 3
/** Who said yes without a time has so many working days to find one, or to write what came of it. */
const OUTCOME_WITHOUT_TIME_DAYS = 10
const END_OF_WORK = '18:00'

/**
 * When the step that is due in a state should be done, in milliseconds since the epoch; null once
 * it is over. `since` is when the state began, `meetsUntil` when an agreed meeting ends.
 */
export function dueAt(consultation: {
  service: Service
  state: ConsultationState
  urgent: boolean
  since: number
  meetsUntil: number | null
}): number | null {
  const { service, state, urgent, since, meetsUntil } = consultation
  if (state === 'closed' || state === 'withdrawn') return null
  if (state !== 'accepted') {
    return afterWorkingDays(since, urgent ? 1 : STEP_DAYS[service][state])
  }
  if (service === 'mediation') {
    return instantAt(addDays(dateOf(since), MEDIATED_WITHIN_DAYS), END_OF_WORK)
  }
  // Nothing that came in is without a day on which somebody asks for it.
  return meetsUntil === null
    ? afterWorkingDays(since, OUTCOME_WITHOUT_TIME_DAYS)
    : afterWorkingDays(meetsUntil, OUTCOME_WITHIN_DAYS)
}

/** The end of the working day that is so many working days after the day of an instant. */
function afterWorkingDays(instant: number, days: number): number {
  let [date, left] = [dateOf(instant), days]
  while (left > 0) {
    date = addDays(date, 1)
    if (isWorkingDay(date)) left -= 1
  }
  return instantAt(date, END_OF_WORK)
}
