import { CHILDREN_RULES_VERSION } from '../../../src/domain/family/consent'
import { type Caller, valueOf } from './caller'

/** The guardian's consent to the rules text as it is now. */
export const CONSENT = { rulesVersion: CHILDREN_RULES_VERSION }

/** A child of the caller, eight years old at the time of the tests; gives the member's key. */
export async function aChild(
  parent: Caller,
  name = '示例孩子',
  birthDate = '2018-05-01',
): Promise<string> {
  const child = { kind: 'child', name, birthDate, consent: CONSENT } as const
  return valueOf(await parent('family.save', child)).memberId
}

/** Links an elder who has an account to a relative; gives the member's key. */
export async function aLinkedElder(
  relative: Caller,
  elder: Caller,
  name = '示例外婆',
): Promise<string> {
  const { code } = valueOf(await elder('family.code', {}))
  return valueOf(await relative('family.link', { code, name })).memberId
}
