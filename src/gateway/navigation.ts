import Taro from '@tarojs/taro'

export type Tab = 'home' | 'courses' | 'calendar' | 'stations' | 'me'

const ignore = (): void => undefined

/** Goes to one of the tabs. */
export function goToTab(tab: Tab): void {
  void Taro.switchTab({ url: `/pages/${tab}/${tab}` }).catch(ignore)
}

/** Opens a page over the present one; `parameters` become its query. */
export function openScreen(path: string, parameters: Record<string, string> = {}): void {
  void Taro.navigateTo({ url: urlOf(path, parameters) }).catch(ignore)
}

/** Puts a page in the place of the present one, so that going back skips what is done. */
export function replaceScreen(path: string, parameters: Record<string, string> = {}): void {
  void Taro.redirectTo({ url: urlOf(path, parameters) }).catch(ignore)
}

/** Goes back to the page below. */
export function goBack(): void {
  void Taro.navigateBack().catch(ignore)
}

/**
 * In a browser: writes what is chosen on the present page into its address, so that it is there again
 * after reloading; null takes it out. Nothing is opened by it.
 */
export function keepInAddress(parameters: Record<string, string | null>): void {
  if (process.env.TARO_ENV !== 'h5') return
  const [path = '', query = ''] = window.location.hash.split('?')
  const kept = new URLSearchParams(query)
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null) kept.delete(name)
    else kept.set(name, value)
  }
  const words = kept.toString()
  window.history.replaceState(window.history.state, '', words ? `${path}?${words}` : path)
}

function urlOf(path: string, parameters: Record<string, string>): string {
  const query = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  )
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}
