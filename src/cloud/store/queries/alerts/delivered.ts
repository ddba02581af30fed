import type { Pool } from 'pg'
import type { TemplateName } from '@/domain/alerts/purpose'

/** What was delivered in WeChat's place: the fields in their order; the instant in milliseconds. */
export interface DeliveredAlert {
  alertId: string
  template: TemplateName
  lines: string[]
  deliveredAt: number
}

/** Keeps a message for a person to read here. The same alert is shown once. */
export async function keepDelivered(
  pool: Pool,
  personId: string,
  { alertId, template, lines, deliveredAt }: DeliveredAlert,
): Promise<void> {
  await pool.query({
    name: 'alerts.keep-delivered',
    text: KEEP_DELIVERED,
    values: [personId, alertId, template, JSON.stringify(lines), new Date(deliveredAt)],
  })
}

/** What was delivered to a person here, the newest first, after one of them. */
export async function deliveredTo(
  pool: Pool,
  { personId, after, limit }: { personId: string; after: [Date, string] | null; limit: number },
): Promise<DeliveredAlert[]> {
  const { rows } = await pool.query<DeliveredAlert>({
    name: 'alerts.delivered-to',
    text: DELIVERED_TO,
    values: [personId, after?.[0] ?? null, after?.[1] ?? null, limit],
  })
  return rows
}

const KEEP_DELIVERED = `
insert into changlai.delivered_alert (person_id, alert_id, template, fields, delivered_at)
values ($1::uuid, $2::uuid, $3, $4::jsonb, $5::timestamptz)
on conflict on constraint delivered_alert_pkey do nothing`

const DELIVERED_TO = `
select alert_id as "alertId", template, fields as lines, delivered_at as "deliveredAt"
from changlai.delivered_alert
where person_id = $1::uuid
  and ($2::timestamptz is null
    or (delivered_at, alert_id::text) < ($2::timestamptz, $3))
order by delivered_at desc, alert_id::text desc
limit $4::integer`
