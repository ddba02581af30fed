import { centreOf } from '@/domain/access/key'
import { ROLES, type Role, isKeptRole } from '@/domain/access/role'
import type { Handler } from '@/cloud/handler'
import { endGrant, lockHolders } from '@/cloud/store/queries/roles/grants'
import { commandInTransaction } from '../command-in-transaction'

/** For directors: takes a role away. The last who can give roles in a place stays. */
export const removeRole: Handler<'roles.remove'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { grantId } = input
    const { centreId, hash, role } = partsOf(grantId)
    const holders = role === null ? null : await lockHolders(client, centreId, role)
    const personId = holders?.get(hash)
    if (role === null || personId === undefined) {
      return { refusal: { code: 'NOT_FOUND', facts: { what: 'grant' } } }
    }
    if (isKeptRole(role) && holders?.size === 1) {
      return { refusal: { code: 'LAST_DIRECTOR', facts: { role } } }
    }
    await endGrant(client, { centreId, personId, role, by: intent.personId, at: now })
    return { value: { grantId, role } }
  })

function partsOf(grantId: string): { centreId: string; hash: string; role: Role | null } {
  const centreId = centreOf(grantId)
  const [hash = '', named = ''] = grantId.slice(centreId.length + 1).split('-')
  return { centreId, hash, role: ROLES.find((role) => role === named) ?? null }
}
