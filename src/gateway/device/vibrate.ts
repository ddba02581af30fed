import Taro from '@tarojs/taro'

/** Lets the hand feel how something went: a short touch for yes, a long one for no. */
export function vibrate(how: 'short' | 'long'): void {
  if (process.env.TARO_ENV === 'h5') return
  // A phone that cannot says it in words alone.
  const asked = how === 'short' ? Taro.vibrateShort({ type: 'medium' }) : Taro.vibrateLong()
  void Promise.resolve(asked).catch(() => undefined)
}
