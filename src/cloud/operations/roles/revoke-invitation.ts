import { centreOf } from '@/domain/access/key'
import type { Handler } from '@/cloud/handler'
import { revoke } from '@/cloud/store/queries/roles/invitations'
import { commandInTransaction } from '../command-in-transaction'

/** For directors: ends an invitation that nobody has taken up. */
export const revokeInvitation: Handler<'roles.revokeInvitation'> = ({
  input,
  intent,
  dependencies,
}) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { invitationId } = input
    const centreId = centreOf(invitationId)
    const revoked = await revoke(client, centreId, invitationId.slice(centreId.length + 1), now)
    if (!revoked) return { refusal: { code: 'NOT_FOUND', facts: { what: 'invitation' } } }
    if (revoked.accepted) return { refusal: { code: 'ALREADY_ACCEPTED', facts: {} } }
    return { value: { invitationId } }
  })
