import type { IncomingMessage } from 'node:http'
import type { Identity } from '@/cloud/dispatch'
import { RequestRefused } from '../refusal'

const HEADER = 'x-wx-openid'
const OPENID = /^[A-Za-z0-9_-]{1,128}$/

/**
 * Who calls a container: the header `x-wx-openid`, which the platform's gateway sets and strips
 * from what comes from outside; null without it. Refuses (400, INVALID_INPUT) what is no openid.
 */
export function containerCaller(request: IncomingMessage): Identity | null {
  const subject = request.headers[HEADER]
  if (subject === undefined || subject === '') return null
  if (typeof subject !== 'string' || !OPENID.test(subject)) {
    throw new RequestRefused(400, 'INVALID_INPUT', { path: HEADER, reason: 'OPENID' })
  }
  return { provider: 'wechat', subject }
}
