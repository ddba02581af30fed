import type { TryOutcome } from '@/domain/alerts/delivery'
import type { TemplateName } from '@/domain/alerts/purpose'

/** One subscription message as it goes out. */
export interface AlertMessage {
  alertId: string
  personId: string
  /** By whom the person is known, and by which name: an openid for `wechat`. */
  provider: string
  subject: string
  template: TemplateName
  templateId: string
  /** The page that it opens, without a slash before it. */
  page: string
  /** Each field as its kind takes it, in the order of the template. */
  fields: Readonly<Record<string, string>>
}

/** What became of a try; `code` is the platform's errcode, null where it gave none. */
export interface Tried {
  outcome: TryOutcome
  code: number | null
}

/** Sends one message. It never rejects. */
export type SendAlert = (message: AlertMessage) => Promise<Tried>

/** The body that WeChat takes (subscribeMessage.send), whatever way it goes. */
export const dataOf = (fields: AlertMessage['fields']): Record<string, { value: string }> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }]))

/** Codes after which the same message would be turned away again: openid, template, page. */
const WRONG = [40003, 40037, 41030]

/** What an errcode of subscribeMessage.send says of a message. What nobody knows is tried again, a few times. */
export function outcomeOf(code: number): TryOutcome {
  if (code === 0) return 'sent'
  if (code === 43101) return 'refused'
  if (code === 47003) return 'wrong-fields'
  if (code === 45009) return 'enough'
  return WRONG.includes(code) ? 'wrong' : 'later'
}
