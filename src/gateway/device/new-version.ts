import Taro from '@tarojs/taro'

/**
 * Calls back once when WeChat has fetched a newer version of the mini-program. It is taken at the next
 * cold start, never at once: `applyUpdate` would throw away what somebody is typing. A browser takes
 * new pages by itself (offline-shell).
 */
export function onNewVersion(ready: () => void): void {
  if (process.env.TARO_ENV === 'h5') return
  try {
    Taro.getUpdateManager().onUpdateReady(ready)
  } catch {
    // A platform without updates of its own, such as WeChat's own tool for trying pages.
  }
}
