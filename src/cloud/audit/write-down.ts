import { randomBytes } from 'node:crypto'
import type { OperationName } from '@/contract'
import { LOCAL_KEY_BYTES, localKey } from '@/domain/access/key'
import type { Actor, Dependencies } from '@/cloud/handler'
import { PERMISSIONS } from '@/cloud/permissions'
import { roleUsed, targetCentre } from '@/cloud/permit'
import type { ParsedRequest } from '@/cloud/requests'
import { writeEntry } from '@/cloud/store/queries/audit/write'
import { factsOf } from './facts'

/** Where what the district does for all centres is written down. */
const EVERY_CENTRE = '*'

/**
 * Writes down that somebody asks for what needs a role, before it is done: what cannot be written down
 * is not done. A command once for each requestId; the same query of the same person once a minute.
 */
export async function writeDown(
  { store, clock }: Dependencies,
  { operation, input, requestId }: ParsedRequest,
  actor: Actor,
  isCommand: boolean,
): Promise<void> {
  if (PERMISSIONS[operation].role === null) return
  await writeEntry(store.pool, {
    ...{ entryId: newEntryId(), at: clock.now(), personId: actor.personId!, operation },
    ...{
      centreId: targetCentre(operation, input) ?? EVERY_CENTRE,
      target: targetOf(operation, input),
    },
    role: roleUsed(operation, actor, input)!,
    requestId: isCommand ? requestId : null,
    facts: factsOf(operation, input),
  })
}

export function newEntryId(): string {
  return localKey(randomBytes(LOCAL_KEY_BYTES))
}

function targetOf(operation: OperationName, input: unknown): string {
  const { target } = PERMISSIONS[operation]
  return target === null ? EVERY_CENTRE : (input as Record<string, string>)[target]!
}
