import type { Question } from '@/gateway/answers/answers'
import { answers } from '@/gateway/answers/phone-answers'
import type { OperationName } from '@/gateway/call/wire'
import { useAnswer } from '../use-answer'
import { LIVE } from './live-entries'

const ALL: Question<'waitlist.mine'> = {
  operation: 'waitlist.mine',
  input: {},
  join: (before, next) => ({ ...next, entries: [...before.entries, ...next.entries] }),
}

const CHANGED: OperationName[] = [
  ...(['waitlist.mine', 'waitlist.list', 'seats.mine'] as const),
  ...(['activities.get', 'activities.list', 'calendar.list'] as const),
]

/** Every entry of mine, those that ended included; asked for only when wanted. */
export function useAllEntries(wanted: boolean) {
  return useAnswer(wanted ? ALL : null)
}

/** An entry was made, left or accepted: what screens show of lists and seats no longer holds. */
export async function entriesChanged(): Promise<void> {
  answers.outdate(CHANGED)
  await answers.refresh(LIVE)
}
