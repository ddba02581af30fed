import type { Log } from '@/cloud/log'
import { officialSdk } from './official-sdk'
import { dataOf, outcomeOf, type SendAlert } from './send-alert'

/** The part of the official SDK that sends. It rejects with an `errCode` where the platform says no. */
export interface MessageSdk {
  openapi: { subscribeMessage: { send(wish: object): Promise<{ errCode?: number }> } }
}

/**
 * Sends through WeChat's SDK (`subscribeMessage.send`, which config.json has to permit), from a cloud
 * function. The SDK is loaded with the first message and not before.
 */
export function sendBySdk(log: Log, sdk = officialSdk<MessageSdk>): SendAlert {
  return async ({ subject, templateId, page, fields }) => {
    let asked = false
    try {
      const { openapi } = await sdk()
      asked = true
      const { errCode = 0 } = await openapi.subscribeMessage.send({
        ...{ touser: subject, templateId, page },
        data: dataOf(fields),
        lang: 'zh_CN',
      })
      return { outcome: outcomeOf(errCode), code: errCode }
    } catch (error) {
      const code = (error as { errCode?: unknown }).errCode
      if (typeof code === 'number') return { outcome: outcomeOf(code), code }
      log.warn({ err: error }, 'WeChat did not answer')
      return { outcome: asked ? 'unknown' : 'later', code: null }
    }
  }
}
