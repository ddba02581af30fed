import type { IncomingMessage } from 'node:http'
import type { Identity } from '@/cloud/dispatch'
import { cookieNamed } from '../http/cookie'
import { refuseForeignPage } from '../http/own-page'
import { RequestRefused } from '../refusal'

const HEADER = 'x-local-persona'
const COOKIE = 'local-persona'
/** Letters (Chinese ones too), digits, - and _. */
const NAME = /^[\p{L}\p{M}\p{Nd}_-]{1,32}$/u

/** The people whom the demo programme knows. Any other name becomes a new resident. */
export const PERSONAS = [
  { name: 'resident', label: '居民', roles: [] },
  { name: 'parent', label: '家长', roles: [] },
  { name: 'elder', label: '长者', roles: [] },
  { name: 'rider', label: '骑手', roles: [] },
  { name: 'volunteer', label: '志愿者', roles: ['volunteer'] },
  { name: 'lawyer', label: '律师', roles: ['lawyer'] },
  { name: 'mediator', label: '调解员', roles: ['mediator'] },
  { name: 'doctor', label: '坐诊医师', roles: ['doctor'] },
  { name: 'teacher', label: '老师', roles: ['teacher'] },
  { name: 'staff', label: '中心工作人员', roles: ['staff'] },
  { name: 'director', label: '负责人', roles: ['director'] },
  { name: 'district', label: '区里的管理员', roles: ['district'] },
] as const

/**
 * Who asks, by the header `x-local-persona`, else the cookie `local-persona`, both percent-encoded
 * UTF-8; null without either. Refuses (400, INVALID_INPUT) a name that is not 1–32 letters, digits,
 * - or _; and (400) a cookie with what a page of another site could send as well.
 */
export function personaOf(request: IncomingMessage): Identity | null {
  const header = request.headers[HEADER]
  if (header !== undefined) return { provider: 'local', subject: nameOf(String(header)) }
  const cookie = cookieNamed(COOKIE, request.headers.cookie)
  if (!cookie) return null
  refuseForeignPage(request)
  return { provider: 'local', subject: nameOf(cookie) }
}

function nameOf(encoded: string): string {
  const name = decoded(encoded)?.normalize('NFC')
  if (name === undefined || !NAME.test(name)) {
    throw new RequestRefused(400, 'INVALID_INPUT', { path: HEADER, reason: 'PERSONA' })
  }
  return name
}

function decoded(encoded: string): string | undefined {
  // Raw bytes over 127 arrive as Latin-1 and would name somebody else.
  if (!/^[\x21-\x7e]*$/.test(encoded)) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
