import type { Browser } from '@/domain/devices/browser'

const BROWSER: Record<Browser['browser'], string> = {
  edge: 'Edge 浏览器',
  qq: 'QQ 浏览器',
  sogou: '搜狗浏览器',
  wechat: '微信里的浏览器',
  opera: 'Opera 浏览器',
  firefox: '火狐浏览器',
  chrome: '谷歌浏览器',
  safari: 'Safari 浏览器',
  other: '浏览器',
}
const SYSTEM: Record<Browser['system'], string> = {
  harmony: '鸿蒙设备',
  android: '安卓设备',
  ios: '苹果手机或平板',
  windows: 'Windows 电脑',
  mac: '苹果电脑',
  linux: 'Linux 电脑',
  other: '一台设备',
}

/** Windows 电脑，Edge 浏览器: what somebody knows their own computer by. */
export function deviceInWords({ browser, system }: Browser): string {
  // A newer server may know families that this version of the app does not.
  return `${SYSTEM[system] ?? SYSTEM.other}，${BROWSER[browser] ?? BROWSER.other}`
}
