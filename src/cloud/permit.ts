import type { OperationName } from '@/contract'
import type { Actor } from './handler'

/** Who may ask for an operation, and what it is done to. */
export interface Permission {
  /** A visitor is anybody, signed in or not; a resident is anybody whom the platform names. */
  who: 'visitor' | 'resident'
  /** The field of the input that names the target by a centre's key; null without one. */
  target: string | null
  /** What the actor must be to the target; `self` is the actor's own record. */
  relation: 'any' | 'own' | 'self'
  /** What somebody gets who is not: it does not even learn that the target exists. */
  stranger: 'NOT_FOUND' | null
}

const OPEN: Permission = { who: 'visitor', target: null, relation: 'any', stranger: null }
const ONES_OWN_RECORD: Permission = {
  who: 'resident',
  target: null,
  relation: 'self',
  stranger: null,
}

/**
 * Every operation's rule. What stands open is what a page shared to Moments shows, where nobody can
 * sign in. `relation` is upheld by the operation's statement, which asks for the actor's rows only;
 * test/cloud/permit walks the table with every kind of actor and target.
 */
export const PERMISSIONS: Readonly<Record<OperationName, Permission>> = {
  'centres.list': OPEN,
  'calendar.list': OPEN,
  'activities.list': OPEN,
  'activities.get': { ...OPEN, target: 'activityId' },
  'seats.book': { who: 'resident', target: 'poolId', relation: 'any', stranger: null },
  'seats.cancel': {
    who: 'resident',
    target: 'bookingId',
    relation: 'own',
    stranger: 'NOT_FOUND',
  },
  'seats.mine': ONES_OWN_RECORD,
  'me.get': ONES_OWN_RECORD,
  'me.update': ONES_OWN_RECORD,
}

/** The refusal that the actor gets for the operation whatever its target; null to go on. */
export function permit(operation: OperationName, actor: Actor): 'UNAUTHENTICATED' | null {
  const { who } = PERMISSIONS[operation]
  return who === 'visitor' || actor.personId !== null ? null : 'UNAUTHENTICATED'
}
