import Taro from '@tarojs/taro'

/** Shows or hides the tab bar; only meaningful on a tab page, harmless elsewhere. */
export function showTabBar(shown: boolean): void {
  const done = shown ? Taro.showTabBar({}) : Taro.hideTabBar({})
  // On a page without a tab bar the platform refuses; there is nothing to hide then.
  void Promise.resolve(done).catch(() => undefined)
}
