import type { OperationName } from '@/contract'
import type { BoundaryFailures } from '@/contract/envelope'
import { centreOf } from '@/domain/access/key'
import type { Role } from '@/domain/access/role'
import type { Actor } from './handler'
import { PERMISSIONS } from './permissions'

type Forbidden =
  | { code: 'UNAUTHENTICATED'; facts: Record<string, never> }
  | { code: 'FORBIDDEN'; facts: BoundaryFailures['FORBIDDEN'] }

/** The refusal that the actor gets for the operation on this input; null to go on. */
export function permit(operation: OperationName, actor: Actor, input: unknown): Forbidden | null {
  const { who, role, onPhone } = PERMISSIONS[operation]
  if (who === 'resident' && actor.personId === null) return { code: 'UNAUTHENTICATED', facts: {} }
  if (role !== null && roleUsed(operation, actor, input) === null) {
    return { code: 'FORBIDDEN', facts: {} }
  }
  return onPhone && actor.sessionId ? { code: 'FORBIDDEN', facts: { only: 'phone' } } : null
}

/**
 * The role by which an actor may do an operation that needs one, in the order in which the operation
 * names them; null where none of theirs will do.
 */
export function roleUsed(operation: OperationName, actor: Actor, input: unknown): Role | null {
  const { role, roleFor } = PERMISSIONS[operation]
  const target = targetCentre(operation, input)
  const narrowed = roleFor?.(input as never)
  const holds = (one: Role) =>
    (narrowed?.includes(one) ?? true) &&
    actor.roles.some((granted) => granted.role === one && [null, target].includes(granted.centreId))
  return role?.find(holds) ?? null
}

/** The centre that an operation's target belongs to, or is; null for an operation without one. */
export function targetCentre(operation: OperationName, input: unknown): string | null {
  const { target } = PERMISSIONS[operation]
  return target === null ? null : centreOf((input as Record<string, string>)[target]!)
}
