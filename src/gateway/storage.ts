import Taro from '@tarojs/taro'

/** Text kept on this phone by key. `set` may throw when the phone is full. */
export interface KeyValueStore {
  get(key: string): string | null
  set(key: string, text: string): void
  remove(key: string): void
}

/** What the phone itself keeps: 1 MB a key and 10 MB in all in the mini-program. */
export const phoneStorage: KeyValueStore = {
  get(key) {
    try {
      const text: unknown = Taro.getStorageSync(key)
      return typeof text === 'string' && text !== '' ? text : null
    } catch {
      return null
    }
  },
  set(key, text) {
    Taro.setStorageSync(key, text)
  },
  remove(key) {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // A key that cannot be removed is read as absent or replaced later; nothing is lost.
    }
  },
}
