import type { Theme } from './app-json'

/** The phone that the bundle believes it runs on; lengths in px. */
export interface Device {
  model: string
  platform: 'ios' | 'android'
  width: number
  height: number
  pixelRatio: number
  statusBarHeight: number
  /** What the home indicator takes at the bottom. */
  bottomInset: number
  /** WeChat's capsule, at the right under the status bar. */
  capsule: { top: number; right: number; width: number; height: number }
  theme: Theme
  /** WeChat's own font setting; 17 is its standard. */
  fontSizeSetting: number
  /** Where the phone is, roughly (GCJ-02), or that its person does not tell. */
  location: { latitude: number; longitude: number } | 'refused'
  /** Whether its person has agreed to the privacy contract; `older`: a base library that knows of none. */
  privacy: 'agreed' | 'unasked' | 'older'
}

/** An iPhone 14 as WeChat 8 describes it. */
export const PHONE: Device = {
  model: 'iPhone 14<iPhone14,7>',
  platform: 'ios',
  width: 390,
  height: 844,
  pixelRatio: 3,
  statusBarHeight: 47,
  bottomInset: 34,
  capsule: { top: 51, right: 383, width: 87, height: 32 },
  theme: 'light',
  fontSizeSetting: 17,
  location: { latitude: 34.7466, longitude: 113.6089 },
  privacy: 'agreed',
}

export const TAB_BAR_HEIGHT = 50

/** The answers of wx about the phone. `windowHeight` is asked each time: the tab bar comes and goes. */
export function deviceApi(device: Device, windowHeight: () => number): Record<string, unknown> {
  const windowInfo = () => ({
    pixelRatio: device.pixelRatio,
    screenWidth: device.width,
    screenHeight: device.height,
    windowWidth: device.width,
    windowHeight: windowHeight(),
    statusBarHeight: device.statusBarHeight,
    screenTop: 0,
    safeArea: {
      left: 0,
      right: device.width,
      width: device.width,
      top: device.statusBarHeight,
      bottom: device.height - device.bottomInset,
      height: device.height - device.bottomInset - device.statusBarHeight,
    },
  })
  const appBaseInfo = () => ({
    SDKVersion: '3.7.0',
    enableDebug: false,
    host: { appId: '', env: 'WeChat' },
    language: 'zh_CN',
    version: '8.0.56',
    theme: device.theme,
    fontSizeSetting: device.fontSizeSetting,
  })
  const deviceInfo = () => ({
    brand: 'iPhone',
    model: device.model,
    system: 'iOS 17.5',
    platform: device.platform,
    benchmarkLevel: 38,
  })
  const { top, right, width, height } = device.capsule
  return {
    getWindowInfo: windowInfo,
    getAppBaseInfo: appBaseInfo,
    getDeviceInfo: deviceInfo,
    getSystemSetting: () => ({ locationEnabled: true, deviceOrientation: 'portrait' }),
    getSystemInfoSync: () => ({ ...windowInfo(), ...appBaseInfo(), ...deviceInfo() }),
    getMenuButtonBoundingClientRect: () => ({
      ...{ top, right, width, height },
      left: right - width,
      bottom: top + height,
    }),
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
  }
}
