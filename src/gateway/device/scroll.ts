import Taro from '@tarojs/taro'

/** Shows the page from its top, as a new one would be. */
export function scrollToTop(): void {
  void Promise.resolve(Taro.pageScrollTo({ scrollTop: 0, duration: 0 })).catch(() => undefined)
}
