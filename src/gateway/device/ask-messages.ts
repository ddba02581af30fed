import Taro from '@tarojs/taro'
import type { AlertAnswer } from '@/domain/alerts/purpose'

/** Whether this phone's WeChat can be asked to bring messages. */
export function canAskForMessages(): boolean {
  return process.env.TARO_ENV !== 'h5' && Taro.canIUse('requestSubscribeMessage')
}

/** What somebody answered, by template id; `off` where WeChat's own switch for messages is off. */
export type MessageAnswers = Record<string, AlertAnswer> | 'off' | 'failed'

/** The main switch is off: WeChat asks nothing. */
const SWITCHED_OFF = 20004

/**
 * Asks for one message of each template. To be called in a tap and before anything is waited for, else
 * WeChat asks nothing.
 */
export async function askForMessages(templateIds: string[]): Promise<MessageAnswers> {
  if (process.env.TARO_ENV === 'h5') return 'failed'
  try {
    const said = (await Taro.requestSubscribeMessage({
      tmplIds: templateIds,
      // Of Alipay's, which the types ask for.
      entityIds: [],
    })) as unknown as Record<string, unknown>
    const answers: Record<string, AlertAnswer> = {}
    for (const id of templateIds) {
      const answer = said[id]
      if (answer === 'accept' || answer === 'ban' || answer === 'filter') answers[id] = answer
      else if (answer !== undefined) answers[id] = 'reject'
    }
    return answers
  } catch (error) {
    return (error as { errCode?: number }).errCode === SWITCHED_OFF ? 'off' : 'failed'
  }
}
