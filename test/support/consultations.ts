import { randomUUID } from 'node:crypto'
import type { Output } from '@/contract'
import { addDays, addMonths, dateOf, monthOf } from '@/domain/time/date'
import { ask } from './programme'
import { postCall } from './weapp/cloud-line'

type Service = 'legal' | 'mediation'

/** Sends a command to a host as a persona; throws what is no value. */
export async function command<Value>(
  host: string,
  persona: string,
  operation: string,
  input: object,
): Promise<Value> {
  const request = { operation, input, requestId: randomUUID() }
  const answer = (await postCall(host, persona, request)) as { ok: boolean; value: Value }
  if (!answer.ok) throw new Error(`${operation}: ${JSON.stringify(answer)}`)
  return answer.value
}

/** Has the professional of a service publish hours on every day of this month and the next. */
export async function publishHours(host: string, service: Service): Promise<void> {
  const persona = service === 'legal' ? 'lawyer' : 'mediator'
  const spans = [
    { opens: '09:00', closes: '12:00' },
    { opens: '14:00', closes: '16:00' },
  ]
  const hours = {
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, spans })),
    blocked: [],
    slotMinutes: 30,
    place: '一楼接待室',
    channels: ['in-person', 'phone', 'wechat'],
  }
  const month = monthOf(addDays(dateOf(Date.now()), 1))
  for (const published of [month, addMonths(month, 1)]) {
    const input = { centreId: 'nongye', service, month: published, hours }
    await command(host, persona, 'casework.publishHours', input)
  }
}

/** The consultations of a persona, as the list has them. */
export async function consultationsOf(host: string, persona: string) {
  const { consultations } = await ask<Output<'consultation.mine'>>(
    ...([host, persona, 'consultation.mine', {}] as const),
  )
  return consultations
}

/** One of them, with what was written. */
export function consultation(host: string, persona: string, consultationId: string) {
  return ask<Output<'consultation.get'>>(host, persona, 'consultation.get', { consultationId })
}

/** Everything that the phone keeps, as one text. */
export function storageDump(): string {
  return Object.entries(localStorage)
    .map(([key, text]) => `${key} ${String(text)}`)
    .join('\n')
}
