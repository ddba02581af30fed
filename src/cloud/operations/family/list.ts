import { CHILDREN_RULES_VERSION } from '@/domain/family/consent'
import { MOST_MEMBERS } from '@/domain/family/member'
import { toInstantText } from '@/domain/time/instant'
import type { Handler } from '@/cloud/handler'
import { membersOf, relativesOf } from '@/cloud/store/queries/family/members'
import { personOf } from '../person'

/** Those for whom the person who asks books, and those who may book for that person. */
export const listFamily: Handler<'family.list'> = async ({ actor, dependencies }) => {
  const { db } = dependencies.store
  const me = personOf(actor)
  const [members, relatives] = await Promise.all([membersOf(db, me), relativesOf(db, me)])
  return {
    value: {
      members: members.map((row) => ({
        memberId: row.member_id,
        kind: row.kind,
        name: row.name!,
        birthDate: row.birth_date,
        linked: row.linked,
        consent:
          row.rules_version === null || row.consented_at === null
            ? null
            : { rulesVersion: row.rules_version, at: toInstantText(row.consented_at) },
      })),
      most: MOST_MEMBERS,
      childrenRulesVersion: CHILDREN_RULES_VERSION,
      relatives: relatives.map(({ member_id: memberId, nickname, added_at }) => ({
        memberId,
        nickname,
        since: toInstantText(added_at),
      })),
    },
  }
}
