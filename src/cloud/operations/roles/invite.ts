import { createHash, randomBytes } from 'node:crypto'
import type { ParsedInput } from '@/contract'
import { INVITATION_MS, MOST_OPEN_INVITATIONS, invitationCode } from '@/domain/access/invitation'
import { LOCAL_KEY_BYTES, localKey } from '@/domain/access/key'
import { EVERYWHERE, belongsIn } from '@/domain/access/role'
import { toInstantText } from '@/domain/time/instant'
import type { Actor, Dependencies, Handler, Intent, Outcome } from '@/cloud/handler'
import { keptAnswer } from '@/cloud/store/queries/answered-requests'
import { hasCentre } from '@/cloud/store/queries/centres'
import { addInvitation, countOpen, isOpen } from '@/cloud/store/queries/roles/invitations'
import { commandInTransaction } from '../command-in-transaction'

type Made = { invitationId: string; expiresAt: string }

/**
 * Makes a code by which somebody takes up a role. It is in no table, nor in the answer that is kept:
 * where the deployment has a secret the code follows from the requestId under it, so that a retry
 * tells it again; where it has none, a retry says that the code cannot be told again.
 */
export const inviteTo: Handler<'roles.invite'> = async ({ input, actor, intent, dependencies }) => {
  const { centreId, role } = input
  if (!belongsIn(role, centreId)) return { invalid: { path: 'role', reason: 'OTHER_PLACE' } }
  if (!mayGive(actor, role)) return { refusal: { code: 'NOT_YOURS_TO_GIVE', facts: { role } } }
  const code = invitationCode(await secretOf(dependencies, intent))
  const outcome = await makeOnce(dependencies, intent, input, hashOfInvitation(code))
  if ('value' in outcome) return { value: { ...outcome.value, code } }
  if (!('answeredBefore' in outcome)) return outcome
  const { store, clock } = dependencies
  const kept = await keptAnswer(store.pool, intent)
  const made = kept?.sameRequest ? madeIn(kept.answer) : null
  if (made === null) return outcome
  const stands = await isOpen(store.pool, hashOfInvitation(code), clock.now())
  return { value: { ...made, code: stands ? code : null } }
}

/** What is kept of a code, by which it is found. It cannot be guessed, so that it needs no salt. */
export function hashOfInvitation(code: string): Buffer {
  return createHash('sha256').update(`invitation:${code}`).digest()
}

function makeOnce(
  dependencies: Dependencies,
  intent: Intent,
  { centreId, role, note }: ParsedInput<'roles.invite'>,
  codeHash: Buffer,
): Promise<Outcome<'roles.invite'>> {
  return commandInTransaction(dependencies, intent, async (client, now) => {
    if (centreId !== EVERYWHERE && !(await hasCentre(client, centreId))) {
      return { refusal: { code: 'NOT_FOUND', facts: { what: 'centre' } } }
    }
    if ((await countOpen(client, centreId, now)) >= MOST_OPEN_INVITATIONS) {
      return { refusal: { code: 'TOO_MANY_OPEN', facts: { most: MOST_OPEN_INVITATIONS } } }
    }
    const id = localKey(randomBytes(LOCAL_KEY_BYTES))
    const expiresAt = new Date(now.getTime() + INVITATION_MS)
    await addInvitation(client, {
      ...{ centreId, invitationId: id, role, note, codeHash, expiresAt },
      ...{ madeBy: intent.personId, madeAt: now },
    })
    const expires = toInstantText(expiresAt.getTime())
    return { value: { invitationId: `${centreId}.${id}`, code: null, expiresAt: expires } }
  })
}

/** Only the district gives its own role, so that no centre makes itself master of the others. */
function mayGive(actor: Actor, role: string): boolean {
  return role !== 'district' || actor.roles.some((held) => held.role === 'district')
}

async function secretOf({ sealing }: Dependencies, intent: Intent): Promise<Buffer> {
  const { personId, requestId } = intent
  return sealing ? sealing.tokenHash(`invitation:${personId}:${requestId}`) : randomBytes(32)
}

function madeIn(answer: unknown): Made | null {
  const { ok, value } = answer as { ok: boolean; value: Made }
  return ok ? value : null
}
