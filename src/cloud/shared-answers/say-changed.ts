import type { OperationName } from '@/contract'
import type { Intent } from '../intent'
import { PERMISSIONS } from '../permissions'
import type { SharedAnswers } from './shared-answers'

/** What is done at the door, person after person, and changes nothing that everybody is shown. */
const AT_THE_DOOR = new Set<OperationName>([
  'attendance.mark',
  'attendance.scan',
  'queue.call',
  'queue.mark',
])

/**
 * Has what came of a command seen at once: by its person, and by everybody where they work there. What
 * residents do is not said to all: thousands a second may book, and what is shown is a second old at most.
 */
export function sayChanged(
  shared: SharedAnswers,
  { operation, centreId }: Intent,
  name: string,
  outcome: object,
): void {
  shared.changedBy(name)
  if (PERMISSIONS[operation].role === null || AT_THE_DOOR.has(operation)) return
  if ('refusal' in outcome) return
  shared.changedIn(centreId === '-' ? null : centreId)
}
