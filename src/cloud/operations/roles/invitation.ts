import type { Handler } from '@/cloud/handler'
import { inTransaction } from '@/cloud/store/in-transaction'
import { holdsGrant } from '@/cloud/store/queries/roles/grants'
import { personOf } from '../person'
import { heardInvitation } from './heard-invitation'

/** What somebody who was invited sees before they take the role up. */
export const readInvitation: Handler<'roles.invitation'> = ({ input, actor, dependencies }) => {
  const { store, clock } = dependencies
  const me = personOf(actor)
  return inTransaction(store.pool, async (client) => {
    const heard = await heardInvitation(client, me, input.code, clock.now())
    if (!('invitation' in heard)) return heard
    const { centreId, role, by, expiresAt } = heard.invitation
    const alreadyHeld = await holdsGrant(client, centreId, me, role)
    return { value: { centreId, role, by, expiresAt, alreadyHeld } }
  })
}
