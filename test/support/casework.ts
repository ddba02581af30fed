import { CONFIDENTIALITY_RULES } from '@/domain/consultation/consultation'
import type { Input, Output } from '@/contract'
import { command } from './consultations'
import { ask } from './programme'

type Asked = Output<'consultation.request'>
export type FreeSlot = Output<'consultation.slots'>['slots'][number]

/** What nobody but the two may ever read, as a resident of the tests writes it. */
export const SECRETS = ['老房子在父亲名下', '示例弟弟', '示例王女士', '13800000000'] as const

/** A filled-in form, without a time. */
export const INTAKE = {
  matter: {
    kind: 'inheritance-support',
    text: `父亲去年走了，${SECRETS[0]}，弟弟想卖。`,
    otherParties: [SECRETS[1]],
    wishes: '想知道能不能先不卖',
  },
  contact: { name: SECRETS[2], channel: 'phone', reach: SECRETS[3] },
  consent: { rulesVersion: CONFIDENTIALITY_RULES },
} satisfies Omit<Input<'consultation.request'>, 'poolId'>

/** The free half hours of a service in the first centre, earliest first. */
export async function freeSlots(
  host: string,
  service: 'legal' | 'mediation' = 'legal',
): Promise<FreeSlot[]> {
  const { slots } = await ask<Output<'consultation.slots'>>(
    host,
    'resident',
    'consultation.slots',
    {
      ...{ centreId: 'nongye', service },
    },
  )
  return slots
}

/** A resident asks for an hour: with `poolId` at a time, without it for the centre to find somebody. */
export function asksFor(
  host: string,
  persona: string,
  more: Partial<Input<'consultation.request'>> = {},
): Promise<Asked> {
  const where = more.poolId ? {} : { centreId: 'nongye' }
  return command<Asked>(host, persona, 'consultation.request', { ...INTAKE, ...where, ...more })
}

/** Sends a file to a host as a persona; gives its id. */
export async function sends(
  host: string,
  persona: string,
  name: string,
  content: Buffer,
): Promise<string> {
  const response = await fetch(`${host}/upload`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      'x-local-persona': encodeURIComponent(persona),
    },
    body: new Uint8Array(content),
  })
  const answer = (await response.json()) as { ok: boolean; value: { fileId: string } }
  if (!answer.ok) throw new Error(`upload: ${JSON.stringify(answer)}`)
  return answer.value.fileId
}
