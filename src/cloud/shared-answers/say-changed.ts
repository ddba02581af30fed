import type { Intent } from '../intent'
import { PERMISSIONS } from '../permissions'
import type { SharedAnswers } from './shared-answers'

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
  if (PERMISSIONS[operation].role === null || 'refusal' in outcome) return
  shared.changedIn(centreId === '-' ? null : centreId)
}
