import type { Pool } from 'pg'
import type { DataGroupKey } from '@/domain/retention/kept-after'

/** One kind of thing that is kept about somebody: rows of plain Chinese, a column each. */
export interface Section {
  group: DataGroupKey
  /** Of $1 and of `people`, the children whom they vouch for with them; $2 rows from $3 on. */
  text: string
  /** What is told by a word of its own: of the part that is called so, for each value. */
  words?: { of: string; from: Readonly<Record<string, string>> }
}

/** One thing: what each part of it is called, and what it is. Parts that are not there are left out. */
export type Told = [name: string, value: string][]

/** Up to `limit` things of a section from `offset` on, in an order of their own. */
export async function thingsOf(
  pool: Pool,
  { text, words }: Section,
  { personId, limit, offset }: { personId: string; limit: number; offset: number },
): Promise<Told[]> {
  const { rows } = await pool.query<Record<string, string | null>>(`${PEOPLE}\n${text}`, [
    personId,
    limit,
    offset,
  ])
  const inWords = (name: string, value: string) =>
    name === words?.of ? (words.from[value] ?? value) : value
  return rows.map((row) =>
    Object.entries(row).flatMap(([name, value]): Told =>
      value === null ? [] : [[name, inWords(name, value)]],
    ),
  )
}

/** How many things each section has. */
export async function countOf(pool: Pool, { text }: Section, personId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `${PEOPLE}\nselect count(*) as count from (${text}) as thing`,
    [personId, 100_000, 0],
  )
  return rows[0]!.count
}

const PEOPLE = `
with people as (
  select $1::uuid as person_id, '我'::text as name
  union all
  select member.person_id, coalesce(member.name, '去掉了的家里人')
  from changlai.family_member as member
  where member.holder_id = $1::uuid and not member.linked
)`
