import type { ConsultationState } from './consultation'

/** What somebody may do to a consultation. */
export type Action =
  | 'assign'
  | 'accept'
  | 'decline'
  | 'ask'
  | 'propose'
  | 'close'
  | 'hand-over'
  | 'amend'
  | 'reschedule'
  | 'withdraw'
  | 'rate'
  | 'answer'

const UNDER_WAY = ['received', 'assigned', 'accepted'] as const
const WITH_SOMEBODY = ['assigned', 'accepted'] as const

/**
 * The states in which each action may be taken. A statement that changes a state names these as its
 * condition, so that of two at once only one succeeds.
 */
export const ALLOWED_IN: Readonly<Record<Action, readonly ConsultationState[]>> = {
  assign: UNDER_WAY,
  accept: ['assigned'],
  decline: WITH_SOMEBODY,
  ask: WITH_SOMEBODY,
  propose: WITH_SOMEBODY,
  close: WITH_SOMEBODY,
  'hand-over': WITH_SOMEBODY,
  amend: UNDER_WAY,
  reschedule: UNDER_WAY,
  withdraw: UNDER_WAY,
  rate: ['closed'],
  answer: ['received'],
}

/** Whether an action may be taken in a state. */
export function mayAct(action: Action, state: ConsultationState): boolean {
  return ALLOWED_IN[action].includes(state)
}
