import type { PoolClient } from 'pg'
import { centreOf } from '@/domain/access/key'
import type { Parties } from '@/cloud/consultations/parties'

/**
 * Holds people until the transaction ends, in one order for everybody. Whoever gives a professional a
 * consultation holds the professional first: of two sides that ask at the same moment, the second
 * then sees whom the first made them meet. A consultation that is held is held before them, and a pool
 * after them.
 */
export async function holdPeople(
  client: PoolClient,
  personIds: readonly (string | null)[],
): Promise<void> {
  await client.query({ name: 'consultations.hold-people', text: HOLD, values: [personIds] })
}

/**
 * Whether a professional has met the other side, in any centre: one of the others as a party of their
 * own, or this party as another's other. What this consultation itself made them meet does not count.
 * Hold the professional before.
 */
export async function hasMetOtherSide(
  client: PoolClient,
  professionalId: string,
  { own, others }: Parties,
  consultationId: string,
): Promise<boolean> {
  const { rows } = await client.query<{ met: boolean }>({
    name: 'consultations.has-met',
    text: `select ${metOtherSide('$1::uuid', '$2', '$3', '$4')} as met`,
    values: [professionalId, own, others, consultationId],
  })
  return rows[0]!.met
}

/** Writes down whom a professional meets by a consultation; what is there already stays. */
export async function meet(
  client: PoolClient,
  professionalId: string,
  consultationId: string,
  { own, others }: Parties,
  now: Date,
): Promise<void> {
  await client.query({
    name: 'consultations.meet',
    text: MEET,
    values: [centreOf(consultationId), consultationId, professionalId, own, others, now],
  })
}

/**
 * Forgets whom a professional would have met by a consultation that they no longer have and never
 * opened: otherwise one side could keep a lawyer from the other by asking and taking it back.
 */
export async function unmeet(
  client: PoolClient,
  professionalId: string,
  consultationId: string,
): Promise<void> {
  await client.query({
    name: 'consultations.unmeet',
    text: UNMEET,
    values: [centreOf(consultationId), consultationId, professionalId],
  })
}

/**
 * SQL that says whether a person has met the other side: `own` and `others` are a hash and an array of
 * hashes, `consultation` is the one that does not count or null.
 */
export function metOtherSide(
  person: string,
  own: string,
  others: string,
  consultation: string,
): string {
  return `exists (
    select from changlai.professional_met as met
    where met.person_id = ${person}
      and met.consultation_id is distinct from ${consultation}::text
      and (met.side = 'own' and met.name_hash = any (${others}::bytea[])
        or met.side = 'other' and met.name_hash = ${own}::bytea))`
}

const HOLD = `
select from changlai.person
where person_id = any ($1::uuid[])
order by person_id
for no key update`

const MEET = `
insert into changlai.professional_met
  (centre_id, consultation_id, person_id, side, name_hash, met_at)
select $1, $2, $3, party.side, party.name_hash, $6::timestamptz
from (
  select distinct 'other' as side, other as name_hash from unnest($5::bytea[]) as other
  union all
  select 'own', $4::bytea where $4::bytea is not null
) as party
on conflict (centre_id, person_id, side, name_hash, consultation_id) do nothing`

const UNMEET = `
delete from changlai.professional_met as met
where met.centre_id = $1 and met.consultation_id = $2 and met.person_id = $3
  and not exists (
    select from changlai.consultation_opening as opening
    where opening.centre_id = $1 and opening.consultation_id = $2 and opening.person_id = $3)`
