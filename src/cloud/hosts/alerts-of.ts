import { accessToken } from '@/cloud/adapters/wechat/access-token'
import { sendBySdk } from '@/cloud/adapters/wechat/send-by-sdk'
import { sendOverHttp } from '@/cloud/adapters/wechat/send-over-http'
import type { Alerts } from '@/cloud/alerts/alerts'
import type { Log } from '@/cloud/log'
import { type Templates, templatesIn } from '@/domain/alerts/template'
import { CannotStart } from './cannot-start'

type Environment = Record<string, string | undefined>

/** WeChat's interface from inside 微信云托管, where its open interface service adds the token. */
const OPEN_INTERFACE = 'http://api.weixin.qq.com'
const WITH_TOKEN = 'https://api.weixin.qq.com'

/**
 * The templates that an operator has for messages: CHANGLAI_TEMPLATES, JSON (docs/messages.md); null
 * without them. Fails with CannotStart and one sentence for what WeChat would refuse.
 */
export function templatesOf(environment: Environment): Templates | null {
  const text = environment['CHANGLAI_TEMPLATES']
  if (!text) return null
  const read = templatesIn(text)
  if ('wrong' in read) {
    throw new CannotStart(`CHANGLAI_TEMPLATES cannot be used: ${read.wrong}. See docs/messages.md.`)
  }
  return read.templates
}

/**
 * How a container tells people something: by the platform's open interface service, or with tokens of
 * its own where CHANGLAI_WECHAT_APPID and CHANGLAI_WECHAT_SECRET are set. CHANGLAI_WECHAT_API is another
 * address than WeChat's, such as a proxy's. Null without templates.
 */
export function alertsOfContainer(environment: Environment, log: Log): Alerts | null {
  const templates = templatesOf(environment)
  if (!templates) return null
  const appId = environment['CHANGLAI_WECHAT_APPID']
  const secret = environment['CHANGLAI_WECHAT_SECRET']
  if (!appId !== !secret) {
    throw new CannotStart('Set CHANGLAI_WECHAT_APPID and CHANGLAI_WECHAT_SECRET, or neither.')
  }
  const own = appId && secret ? { appId, secret } : null
  const base = addressOf(environment['CHANGLAI_WECHAT_API']) ?? (own ? WITH_TOKEN : OPEN_INTERFACE)
  const token = own ? accessToken({ base, ...own }, log) : null
  return { templates, send: sendOverHttp({ base, token }, log), provider: 'wechat' }
}

/** How a cloud function tells people something; templates that are wrong cost the messages, not all the rest. */
export function alertsOfFunction(environment: Environment, log: Log): Alerts | null {
  try {
    const templates = templatesOf(environment)
    return templates && { templates, send: sendBySdk(log), provider: 'wechat' }
  } catch (error) {
    log.error({ err: error }, 'people get no messages')
    return null
  }
}

function addressOf(text: string | undefined): string | null {
  if (!text) return null
  if (!/^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?$/.test(text)) {
    throw new CannotStart('CHANGLAI_WECHAT_API must be an address like https://api.weixin.qq.com.')
  }
  return text.replace(/\/+$/, '')
}
