import type { Templates } from '@/domain/alerts/template'
import type { SendAlert } from '@/cloud/adapters/wechat/send-alert'

/** How a deployment tells people something outside the app. */
export interface Alerts {
  /** What WeChat may be asked to say; without one nobody is asked for anything. */
  templates: Templates
  send: SendAlert
  /** Whom `send` reaches: people whom this platform knows. */
  provider: 'wechat' | 'local'
}
