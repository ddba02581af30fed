import type { ConsultationState, Service } from '../consultation/consultation'

/**
 * Whether a matter goes on when the person who brought it erases their account: a dispute that a
 * mediator has taken up has another side, to whom an end is owed (人民调解法 §§ 23–26); a question to a
 * lawyer or a suggestion is nobody else's.
 */
export function goesOn({
  service,
  state,
}: {
  service: Service
  state: ConsultationState
}): boolean {
  return service === 'mediation' && state === 'accepted'
}
