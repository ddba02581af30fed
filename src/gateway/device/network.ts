import Taro from '@tarojs/taro'
import { createStore } from 'zustand/vanilla'

/** Whether the phone itself says that it has no network; `false` promises nothing. */
export const network = createStore<{ offline: boolean }>(() => ({ offline: false }))

export function isOffline(): boolean {
  return network.getState().offline
}

/** Follows the phone's network for as long as the app lives. Called once at start. */
export function followNetwork(): void {
  const set = (offline: boolean): void => network.setState({ offline })
  if (process.env.TARO_ENV === 'h5') {
    set(!navigator.onLine)
    window.addEventListener('online', () => set(false))
    window.addEventListener('offline', () => set(true))
    return
  }
  void Taro.getNetworkType({ success: ({ networkType }) => set(networkType === 'none') })
  Taro.onNetworkStatusChange(({ isConnected }) => set(!isConnected))
}
