import type { Pool } from 'pg'

/** How many alerts wait, and how many ended how. */
export interface AlertsStanding {
  waiting: number
  ended: { purpose: string; outcome: string; count: number }[]
}

/** How it stands with all alerts of a deployment. */
export async function alertsStanding(pool: Pool): Promise<AlertsStanding> {
  const { rows } = await pool.query<AlertsStanding>({ name: 'alerts.standing', text: STANDING })
  return rows[0]!
}

const STANDING = `
select (select count(*) from changlai.alert where state = 'waiting') as waiting,
  coalesce((select jsonb_agg(jsonb_build_object('purpose', purpose, 'outcome', outcome,
    'count', count) order by purpose, outcome) from changlai.alert_tally), '[]'::jsonb) as ended`
