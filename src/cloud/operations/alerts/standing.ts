import type { Pool, PoolClient } from 'pg'
import type { Output } from '@/contract'
import { TEMPLATES } from '@/domain/alerts/purpose'
import type { Templates } from '@/domain/alerts/template'
import { standingsOf } from '@/cloud/store/queries/alerts/acceptances'

/** How it stands with a person and each template of a deployment, as the wire has it. */
export async function standingOnTheWire(
  client: Pool | PoolClient,
  templates: Templates,
  personId: string,
): Promise<Output<'alerts.mine'>['templates']> {
  const known = new Map((await standingsOf(client, personId)).map((one) => [one.template, one]))
  return TEMPLATES.flatMap((template) => {
    const has = templates[template]
    if (!has) return []
    const { left = 0, answer = null } = known.get(template) ?? {}
    return [{ template, templateId: has.id, left, answer }]
  })
}
