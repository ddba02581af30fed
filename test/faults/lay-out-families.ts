import type { Pool } from 'pg'
import { FAMILIES, MORNING, memberKey } from './cast'
import { openidOf } from '../bench/rush/morning'

/** Gives every fourth of those who will come two children. */
export async function layOutFamilies(pool: Pool): Promise<void> {
  const members = Array.from({ length: MORNING.contenders }, (_, index) => index)
    .filter((index) => index % FAMILIES === 0)
    .flatMap((index) =>
      ([0, 1] as const).map((child) => [openidOf(index), memberKey(index, child)]),
    )
  await pool.query(MEMBERS, [members.map(([openid]) => openid), members.map(([, key]) => key)])
}

const MEMBERS = `
with child as materialized (
  select gen_random_uuid() as person_id, openid, member_id
  from unnest($1::text[], $2::text[]) as named (openid, member_id)
), person as (
  insert into changlai.person (person_id) select person_id from child
)
insert into changlai.family_member
  (member_id, holder_id, person_id, kind, name, birth_date, linked, added_at)
select child.member_id, holder.person_id, child.person_id, 'child', '示例孩子', '2017-05-01', false, now()
from child
join changlai.person_identity as holder on holder.subject = child.openid`
