import { randomBytes, randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { ParsedInput } from '@/contract'
import { LOCAL_KEY_BYTES } from '@/domain/access/key'
import { CHILDREN_RULES_VERSION, needsConsent } from '@/domain/family/consent'
import { MOST_MEMBERS, wrongBirthDate } from '@/domain/family/member'
import { memberKey } from '@/domain/family/member-key'
import { dateOf } from '@/domain/time/date'
import type { Handler, Intent, Outcome } from '@/cloud/handler'
import {
  addMember,
  changeMember,
  hasConsent,
  lockFamily,
  memberOf,
  writeConsent,
} from '@/cloud/store/queries/family/members'
import { commandInTransaction } from '../command-in-transaction'

/** Adds somebody for whom the person who asks books, or changes their name and birth date. */
export const saveMember: Handler<'family.save'> = async ({ input, intent, dependencies }) => {
  const { kind, birthDate = null } = input
  const today = dateOf(dependencies.clock.now().getTime())
  const reason = wrongBirthDate(kind, birthDate, today)
  if (reason) return { invalid: { path: 'birthDate', reason } }
  return commandInTransaction(dependencies, intent, (client, now) =>
    saveIn(client, intent, input, now),
  )
}

async function saveIn(
  client: PoolClient,
  { personId }: Intent,
  input: ParsedInput<'family.save'>,
  now: Date,
): Promise<Outcome<'family.save'>> {
  const { kind, name, birthDate = null, consent } = input
  const count = await lockFamily(client, personId)
  const before =
    input.memberId === undefined ? null : await memberOf(client, personId, input.memberId)
  if (input.memberId !== undefined && !before) {
    return { refusal: { code: 'NOT_FOUND', facts: { what: 'member' } } }
  }
  if (before && before.kind !== kind) return { invalid: { path: 'kind', reason: 'CHANGED' } }
  // Whoever read out a code gave no birth date, and nobody else gives theirs.
  if (before?.linked && birthDate !== null) {
    return { invalid: { path: 'birthDate', reason: 'LINKED' } }
  }
  if (!before && count >= MOST_MEMBERS) {
    return { refusal: { code: 'FAMILY_FULL', facts: { most: MOST_MEMBERS } } }
  }
  const rulesVersion = CHILDREN_RULES_VERSION
  const memberId = input.memberId ?? memberKey(randomBytes(LOCAL_KEY_BYTES))
  const minded = needsConsent(birthDate, dateOf(now.getTime()))
  const given = consent?.rulesVersion === rulesVersion
  if (minded && !given && !(before && (await hasConsent(client, memberId, rulesVersion)))) {
    return { refusal: { code: 'CONSENT_NEEDED', facts: { rulesVersion } } }
  }
  if (before) await changeMember(client, { memberId, name, birthDate })
  else {
    const whoever = { holderId: personId, personId: randomUUID(), linked: false }
    await addMember(client, { ...whoever, memberId, kind, name, birthDate }, now)
  }
  if (minded && given) {
    await writeConsent(client, { memberId, rulesVersion, guardianId: personId }, now)
  }
  return { value: { memberId } }
}
