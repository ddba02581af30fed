import type { PoolClient } from 'pg'
import type { SeatQuestion } from './wish'

/** The person who books, among those asked for. */
export const SELF = 'self'

/**
 * SQL of those asked for, in order: `attendee_id`, `place` from 1 on, `person_id` and `birth_date`.
 * person_id is null for one who is not in the holder's family. `asked` is an array of `self` and of
 * keys of members. By its limit, which limits nothing, PostgreSQL expects one attendee, as there
 * nearly always is, instead of ten, and keeps one plan instead of making another at every call.
 */
export function partyOf(holder: string, asked: string): string {
  return `
  select asked.attendee_id, asked.place::integer, member.birth_date,
    case when asked.attendee_id = '${SELF}' then ${holder}::uuid else member.person_id end as person_id
  from (
    select * from unnest(${asked}::text[]) with ordinality limit cardinality(${asked}::text[])
  ) as asked (attendee_id, place)
  left join changlai.family_member as member
    on member.member_id = asked.attendee_id and member.holder_id = ${holder}
    and member.removed_at is null`
}

/**
 * The same of many wishes: `at`, `attendee_id`, `place`, `person_id` and `birth_date`. `holders` has
 * the holder of each wish; the other arrays say of each attendee which wish names it, how, and at
 * which place. Members are looked up one by one, whatever PostgreSQL thinks of reading all. A holder is looked up in the array and not joined, for a join of what PostgreSQL
 * knows nothing of would have it expect more rows than there are.
 */
export function namedIn(holders: string, [of, names, places]: [string, string, string]): string {
  const holder = `(${holders}::uuid[])[asked.at]`
  return `
  select asked.at, asked.attendee_id, asked.place, member.birth_date,
    case when asked.attendee_id = '${SELF}' then ${holder} else member.person_id end as person_id
  from (
    select * from unnest(${of}::integer[], ${names}::text[], ${places}::integer[])
    limit cardinality(${of}::integer[])
  ) as asked (at, attendee_id, place)
  left join lateral (
    select person_id, birth_date from changlai.family_member
    where asked.attendee_id <> '${SELF}' and member_id = asked.attendee_id and holder_id = ${holder}
      and removed_at is null
    limit 1
  ) as member on true`
}

/** Whose booking it will be, and for whom. */
export function partyIn({ intent, holderId, attendeeIds }: SeatQuestion) {
  return { holder: holderId ?? intent.personId, asked: attendeeIds ?? [SELF] }
}

/** The parties of wishes as `namedIn` takes them: the holders, and for each attendee three of an array. */
export function namedBy(wishes: readonly SeatQuestion[]) {
  const parties = wishes.map(partyIn)
  const attendees = parties.flatMap(({ asked }, index) =>
    asked.map((attendeeId, place) => ({ at: index + 1, attendeeId, place: place + 1 })),
  )
  return {
    sizes: parties.map(({ asked }) => asked.length),
    holders: parties.map(({ holder }) => holder),
    named: [
      attendees.map(({ at }) => at),
      attendees.map(({ attendeeId }) => attendeeId),
      attendees.map(({ place }) => place),
    ],
  }
}

/**
 * Holds the persons of all attendees until the transaction ends, in one order for everybody, so that
 * no other booking for any of them is under way. Gives them, with the wish that each is of, from 0 on.
 */
export async function lockParties(
  client: PoolClient,
  wishes: readonly SeatQuestion[],
): Promise<{ at: number; personId: string }[]> {
  const { holders, named } = namedBy(wishes)
  const { rows } = await client.query<{ at: number; personId: string }>({
    ...(wishes.length === 1 ? { name: 'seats.lock-party' } : {}),
    text: LOCK_PARTIES,
    values: [holders, ...named],
  })
  return rows.map(({ at, personId }) => ({ at: at - 1, personId }))
}

/** The same for one wish. */
export async function lockParty(client: PoolClient, wish: SeatQuestion): Promise<void> {
  await lockParties(client, [wish])
}

/** The persons of all attendees. */
export async function personsOf(client: PoolClient, wish: SeatQuestion): Promise<string[]> {
  const { holder, asked } = partyIn(wish)
  const { rows } = await client.query<{ personId: string }>({
    name: 'seats.party',
    text: `select party.person_id as "personId" from (${partyOf('$1', '$2')}) as party`,
    values: [holder, asked],
  })
  return rows.map(({ personId }) => personId)
}

/** Of wishes for several people too: the same text. */
export const LOCK_PARTIES = `
with party as materialized (
${namedIn('$1', ['$2', '$3', '$4'])}
), locked as materialized (
  select person.person_id
  from changlai.person
  where person.person_id = any (array(select party.person_id from party))
  order by person.person_id
  for no key update
)
select party.at, party.person_id as "personId"
from party join locked on locked.person_id = party.person_id`
