import { wxCall, WxError } from './wx-call'

const MAX_KEY_BYTES = 1024 * 1024
const MAX_TOTAL_BYTES = 10 * 1024 * 1024

/** Where the phone keeps text by key between two starts of the app. */
export interface StorageArea {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, text: string): void
  removeItem(key: string): void
}

/** wx's storage with its limits: 1 MB a key, 10 MB in all. */
export function storageApi(area: StorageArea): Record<string, unknown> {
  const keys = () => Array.from({ length: area.length }, (_, i) => area.key(i)!)
  const bytes = () => keys().reduce((sum, key) => sum + (area.getItem(key)?.length ?? 0), 0)
  const set = (key: string, data: unknown): void => {
    const text = JSON.stringify(data)
    if (text === undefined) throw new WxError('setStorage', 'data is undefined')
    if (text.length > MAX_KEY_BYTES) throw new WxError('setStorage', 'entry size limit reached')
    const others = bytes() - (area.getItem(key)?.length ?? 0)
    if (others + text.length > MAX_TOTAL_BYTES) {
      throw new WxError('setStorage', 'exceed storage max size 10MB')
    }
    area.setItem(key, text)
  }
  const get = (key: string): unknown => {
    const text = area.getItem(key)
    return text === null ? '' : JSON.parse(text)
  }
  return {
    setStorageSync: set,
    getStorageSync: get,
    removeStorageSync: (key: string) => area.removeItem(key),
    clearStorageSync: () => keys().forEach((key) => area.removeItem(key)),
    getStorageInfoSync: () => ({
      keys: keys(),
      currentSize: Math.ceil(bytes() / 1024),
      limitSize: MAX_TOTAL_BYTES / 1024,
    }),
    setStorage: wxCall<{ key: string; data: unknown }>('setStorage', (o) => set(o.key, o.data)),
    getStorage: wxCall<{ key: string }>('getStorage', ({ key }) => {
      if (area.getItem(key) === null) throw new WxError('getStorage', 'data not found')
      return { data: get(key) }
    }),
    removeStorage: wxCall<{ key: string }>('removeStorage', (o) => area.removeItem(o.key)),
  }
}
