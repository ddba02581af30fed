import type { AppJson } from './app-json'
import type { Device } from './device'
import { wxCall, WxError } from './wx-call'

/** What WeChat does not give before the person has agreed to the contract (base library 2.32.3). */
const PRIVATE = [
  ...['chooseMedia', 'chooseMessageFile', 'getFuzzyLocation', 'addPhoneCalendar'],
  ...['setClipboardData', 'scanCode'],
]

type Resolve = (option: { event: string; buttonId?: string }) => void
type Call = (options?: object) => Promise<object>
const quiet = (): void => undefined

/**
 * Holds what is private back until the person agrees by a button that they have really tapped; who does
 * not agree is asked again at the next need. An older base library has none of it.
 */
export function withPrivacy(
  app: AppJson,
  device: Device,
  log: (name: string, options: unknown) => void,
  wx: Record<string, unknown>,
): Record<string, unknown> {
  if (device.privacy === 'older') return wx
  const hasAgreed = (): boolean => device.privacy === 'agreed' || !app.__usePrivacyCheck__
  let ask: ((resolve: Resolve, info: { referrer: string }) => void) | undefined
  const permitted = (name: string): Promise<boolean> =>
    new Promise((done) => {
      if (hasAgreed() || !ask) return done(hasAgreed())
      ask(
        ({ event, buttonId }) => {
          log('privacy', { event, of: name })
          if (event === 'exposureAuthorization') return
          const agreed = event === 'agree' && buttonId !== undefined && window.agreedBy === buttonId
          if (agreed) device.privacy = 'agreed'
          done(agreed)
        },
        { referrer: name },
      )
    })
  const held = (name: string): Call =>
    wxCall<object>(name, async (options) => {
      if (!(await permitted(name))) {
        throw new WxError(name, 'privacy permission is not authorized')
      }
      // Those who asked are told by this call, not by the one within it.
      return (wx[name] as Call)({ ...options, success: quiet, fail: quiet, complete: quiet })
    })
  return {
    ...wx,
    ...Object.fromEntries(PRIVATE.filter((name) => name in wx).map((name) => [name, held(name)])),
    onNeedPrivacyAuthorization: (listener: typeof ask) => {
      ask = listener
    },
    openPrivacyContract: wxCall('openPrivacyContract', (options) =>
      log('openPrivacyContract', options),
    ),
  }
}
