import type { Handler } from '@/cloud/handler'
import { openInvitations } from '@/cloud/store/queries/roles/read'

/** For directors: the invitations of a place that are open. */
export const listInvitations: Handler<'roles.invitations'> = async ({ input, dependencies }) => {
  const { store, clock } = dependencies
  const invitations = await openInvitations(store.pool, input.centreId, clock.now())
  return { value: { invitations } }
}
