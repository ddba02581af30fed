import { randomBytes } from 'node:crypto'
import { LOCAL_KEY_BYTES } from '@/domain/access/key'
import { MOST_MEMBERS } from '@/domain/family/member'
import { memberKey } from '@/domain/family/member-key'
import type { Handler } from '@/cloud/handler'
import { addMember, lockFamily, memberWhoIs } from '@/cloud/store/queries/family/members'
import { spendCode } from '@/cloud/store/queries/family/spoken-codes'
import { commandInTransaction } from '../command-in-transaction'
import { heardCode } from './heard-code'

/** Takes an elder who read out their code into the family of the person who asks. */
export const linkElder: Handler<'family.link'> = ({ input, intent, dependencies }) =>
  commandInTransaction(dependencies, intent, async (client, now) => {
    const heard = await heardCode(client, intent, input.code, now)
    if (!('ownerId' in heard)) return heard
    const { personId: holderId } = intent
    const count = await lockFamily(client, holderId)
    const known = await memberWhoIs(client, holderId, heard.ownerId)
    if (known) return { refusal: { code: 'ALREADY_LINKED', facts: { memberId: known } } }
    if (count >= MOST_MEMBERS) {
      return { refusal: { code: 'FAMILY_FULL', facts: { most: MOST_MEMBERS } } }
    }
    const memberId = memberKey(randomBytes(LOCAL_KEY_BYTES))
    const elder = { kind: 'elder', birthDate: null, linked: true } as const
    const { ownerId: personId } = heard
    await addMember(client, { ...elder, memberId, holderId, personId, name: input.name }, now)
    await spendCode(client, personId)
    return { value: { memberId } }
  })
