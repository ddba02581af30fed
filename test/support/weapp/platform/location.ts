import type { AppJson } from './app-json'
import type { Device } from './device'
import { wxCall, WxError } from './wx-call'

const NAME = 'getFuzzyLocation'
const SCOPE = 'scope.userFuzzyLocation'

/**
 * `wx.getFuzzyLocation` as the person with the phone answers it (`device.location`), and only where
 * app.json declares it with the reason that the person reads.
 */
export function locationApi(
  app: AppJson,
  device: Device,
  log: (name: string, options: unknown) => void,
): Record<string, unknown> {
  let answered = false
  return {
    [NAME]: wxCall<{ type?: 'wgs84' | 'gcj02' }>(NAME, (options) => {
      log(NAME, options)
      if (!app.requiredPrivateInfos?.includes(NAME)) {
        throw new WxError(NAME, 'the api need to be declared in the requiredPrivateInfos field')
      }
      if (!app.permission?.[SCOPE]?.desc) throw new WxError(NAME, 'require permission desc')
      answered = true
      if (device.location === 'refused') throw new WxError(NAME, 'auth deny')
      return device.location
    }),
    getSetting: wxCall('getSetting', () => ({
      authSetting: answered ? { [SCOPE]: device.location !== 'refused' } : {},
    })),
    openSetting: wxCall('openSetting', (options) => log('openSetting', options)),
  }
}
