import { answers } from '@/gateway/answers/phone-answers'
import { call } from '@/gateway/call/call'
import type { CommandName, Input, Reply } from '@/gateway/call/wire'
import { sealedOnPhone } from '@/gateway/sealed/phone-sealed'

export type PrivateCommand = Extract<CommandName, `consultation.${string}`>

/** Sends a private command: until it is answered, the phone keeps it sealed. */
export async function askPrivately<N extends PrivateCommand>(
  operation: N,
  input: Input<N>,
): Promise<Reply<N>> {
  const { intents } = await sealedOnPhone()
  const reply = await call(operation, input, { keeper: intents })
  outdateConsultations()
  return reply
}

/** What screens show of consultations and of seats no longer holds. */
export function outdateConsultations(): void {
  answers.outdate(['consultation.mine', 'consultation.get', 'consultation.getFeedback'])
  answers.outdate(['consultation.slots', 'seats.mine', 'activities.get', 'calendar.list'])
}
