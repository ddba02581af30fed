import type { Pool, PoolClient } from 'pg'
import type { Parties } from '@/cloud/consultations/parties'
import { PROFESSIONALS } from '@/domain/consultation/consultation'
import { metOtherSide } from './met'
import type { SealedRow } from './row'

/** Somebody to whom a consultation may be assigned. */
export interface Candidate {
  personId: string
  nickname: string | null
}

/** More than any centre has; a bound on what one answer holds. */
const MOST = 100

/**
 * The professionals of a consultation's service in its centre, by nickname: not the resident, not who
 * has it already, and nobody who has met the other side. Of those `only` one, where one is named.
 */
export async function candidatesFor(
  database: Pool | PoolClient,
  row: SealedRow,
  parties: Parties,
  only: string | null = null,
): Promise<Candidate[]> {
  const { rows } = await database.query<Candidate>({
    name: 'consultations.candidates',
    text: CANDIDATES,
    values: [
      ...[row.centreId, PROFESSIONALS[row.service], row.personId, row.professionalId],
      ...[parties.own, parties.others, row.consultationId, only, MOST],
    ],
  })
  return rows
}

const CANDIDATES = `
select distinct person.person_id as "personId", person.nickname
from changlai.role_grant
join changlai.person on person.person_id = role_grant.person_id
where role_grant.centre_id in ($1, '*') and role_grant.role = $2
  and person.person_id <> $3 and person.person_id is distinct from $4::uuid
  and not ${metOtherSide('person.person_id', '$5', '$6', '$7')}
  and ($8::uuid is null or person.person_id = $8)
order by person.nickname, person.person_id
limit $9`
