import type { PoolClient } from 'pg'
import { newEntryId } from '@/cloud/audit/write-down'
import type { Handler, Intent } from '@/cloud/handler'
import { isAnswered } from '@/cloud/store/queries/answered-requests'
import { writeEntry } from '@/cloud/store/queries/audit/write'
import { addGrant } from '@/cloud/store/queries/roles/grants'
import { type Invitation, spendInvitation } from '@/cloud/store/queries/roles/invitations'
import { commandInTransaction } from '../command-in-transaction'
import { heardInvitation } from './heard-invitation'

/** Takes up the role of an invitation; the audit has it as done by the role that was taken up. */
export const acceptInvitation: Handler<'roles.accept'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const { personId } = intent
    const heard = await heardInvitation(client, personId, input.code, now)
    // Sent twice at once, the second one waited for the first, which has used the code up.
    if (await isAnswered(client, intent)) return { answeredBefore: true }
    if (!('invitation' in heard)) return heard
    const { invitation } = heard
    const { centreId, role, madeBy } = invitation
    const grantId = await addGrant(client, { centreId, personId, role, by: madeBy, at: now })
    if (grantId === null) {
      return { refusal: { code: 'ALREADY_HELD', facts: { centreId, role } } }
    }
    await spendInvitation(client, invitation, personId, now)
    await writeTaken(client, intent, invitation, now)
    return { value: { centreId, role } }
  })

/** No role was needed for it, so that dispatch has not written it down. */
function writeTaken(
  client: PoolClient,
  { personId, requestId, operation }: Intent,
  { centreId, invitationId, role }: Invitation,
  at: Date,
): Promise<void> {
  return writeEntry(client, {
    ...{ centreId, entryId: newEntryId(), at, personId, role, operation, requestId },
    ...{ target: `${centreId}.${invitationId}`, facts: { role } },
  })
}
