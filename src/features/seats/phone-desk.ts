import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import { createSeatDesk } from './booking'

/** The desk of this phone. */
export const desk = createSeatDesk({
  call,
  changed: () =>
    answers.outdate(['seats.mine', 'activities.get', 'activities.list', 'calendar.list']),
})
