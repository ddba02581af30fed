import type { Pool } from 'pg'

/** By which name the platform knows a person; null for somebody without an account. */
export async function addresseeOf(
  pool: Pool,
  personId: string,
): Promise<{ provider: string; subject: string } | null> {
  const { rows } = await pool.query<{ provider: string; subject: string }>({
    name: 'alerts.addressee',
    text: 'select provider, subject from changlai.person_identity where person_id = $1::uuid',
    values: [personId],
  })
  return rows[0] ?? null
}
