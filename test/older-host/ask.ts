import type { Answer } from '../faults/ledger'

export interface Question {
  operation: string
  [field: string]: unknown
}

/** Asks a container host once, as somebody. */
export async function askOnce(url: string, openid: string, question: Question): Promise<Answer> {
  const response = await fetch(`${url}/call`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify(question),
  })
  return (await response.json()) as Answer
}
