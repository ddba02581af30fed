import Taro from '@tarojs/taro'

/** What the platform waits for: that the person agrees by a button of ours, or that they do not. */
export interface PrivacyQuestion {
  /** The function of the platform that needs it, such as `chooseMedia`. */
  of: string
  /** By the id of the platform's own button that was tapped. */
  agree: (buttonId: string) => void
  refuse: () => void
}

/**
 * Has the platform ask us before anything private is used for the first time (base library 2.32.3). An
 * older one never asks, and a browser has its own way.
 */
export function onPrivacyQuestion(ask: (question: PrivacyQuestion) => void): void {
  if (process.env.TARO_ENV === 'h5') return
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve, eventInfo) => {
    let answered = false
    const answer = (option: Parameters<typeof resolve>[0]): void => {
      if (answered) return
      answered = true
      resolve(option)
    }
    resolve({ event: 'exposureAuthorization' })
    ask({
      of: eventInfo?.referrer ?? '',
      agree: (buttonId) => answer({ event: 'agree', buttonId }),
      refuse: () => answer({ event: 'disagree' }),
    })
  })
}

/** Opens what the platform has the operator declare. */
export function openPrivacyContract(): void {
  if (typeof Taro.openPrivacyContract === 'function') Taro.openPrivacyContract({})
}

/** Whether a function of the platform was not given because the person did not agree to it. */
export function wasNotAgreed(error: unknown): boolean {
  const message = (error as { errMsg?: unknown } | null)?.errMsg
  return typeof message === 'string' && /privacy/i.test(message)
}
