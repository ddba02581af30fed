import type { PoolClient } from 'pg'
import { asInvitationCode } from '@/domain/access/invitation'
import { MOST_WRONG_CODES, mustWaitUntil, stillCounting } from '@/domain/family/spoken-code'
import { toInstantText } from '@/domain/time/instant'
import type { Refusal } from '@/cloud/handler'
import { lockTries, writeTries } from '@/cloud/store/queries/family/spoken-codes'
import { type Invitation, lockInvitation } from '@/cloud/store/queries/roles/invitations'
import { hashOfInvitation } from './invite'

type HeardRefusal = Refusal<'roles.invitation'>

/**
 * The invitation that a code opens, held until the transaction ends. Wrong codes of a person are
 * counted together with those that relatives read out, and after some of them nobody may guess on.
 */
export async function heardInvitation(
  client: PoolClient,
  personId: string,
  code: string,
  now: Date,
): Promise<{ invitation: Invitation } | { refusal: HeardRefusal }> {
  const tries = stillCounting(await lockTries(client, personId, now), now.getTime())
  const wait = mustWaitUntil(tries)
  if (wait !== null) {
    const until = toInstantText(Math.ceil(wait / 1000) * 1000)
    return { refusal: { code: 'TOO_MANY_TRIES', facts: { until } } }
  }
  const invitation = await lockInvitation(client, hashOfInvitation(asInvitationCode(code)), now)
  if (invitation === null) {
    const wrong = tries.wrong + 1
    const since = tries.wrong === 0 ? now.getTime() : tries.since
    await writeTries(client, personId, { wrong, since })
    return { refusal: { code: 'WRONG_CODE', facts: { left: MOST_WRONG_CODES - wrong } } }
  }
  if (invitation.state !== 'open') {
    return { refusal: { code: 'INVITATION_OVER', facts: { why: invitation.state } } }
  }
  return { invitation }
}
