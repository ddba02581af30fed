import Taro from '@tarojs/taro'

export type Tab = 'home' | 'courses' | 'calendar' | 'stations' | 'me'

const HOME: Tab = 'home'
/** So many pages stand one above another in WeChat; it opens no more over them. */
const MOST_PAGES = 10

const ignore = (): void => undefined
let told: () => void = ignore
/** The pages that gave their place on a full pile to those that they opened, the last one last. */
let gaveWay: string[] = []

const pages = (): number => Taro.getCurrentPages().length
const isFull = (): boolean => process.env.TARO_ENV !== 'h5' && pages() >= MOST_PAGES

/** Called whenever a page could not be opened, as when its part of the app did not arrive. */
export function onNotOpened(tell: () => void): void {
  told = tell
}

/** Goes to one of the tabs. */
export function goToTab(tab: Tab): void {
  void Taro.switchTab({ url: `/pages/${tab}/${tab}` }).catch(ignore)
}

/**
 * Opens a page over the present one; `parameters` become its query. On a full pile it takes the place
 * of the present one, which is opened again on the way back.
 */
export function openScreen(path: string, parameters: Record<string, string> = {}): void {
  const url = urlOf(path, parameters)
  if (!isFull()) {
    gaveWay = []
    return opened(Taro.navigateTo({ url }))
  }
  const before = gaveWay
  gaveWay = [...before, addressOnTop()]
  opened(Taro.redirectTo({ url }), () => (gaveWay = before))
}

/** Puts a page in the place of the present one, so that going back skips what is done. */
export function replaceScreen(path: string, parameters: Record<string, string> = {}): void {
  opened(Taro.redirectTo({ url: urlOf(path, parameters) }))
}

/** Goes back to the page below; from a page that was opened alone to the first tab. */
export function goBack(): void {
  if (!isFull()) gaveWay = []
  const url = gaveWay[gaveWay.length - 1]
  if (url !== undefined) {
    const before = gaveWay
    gaveWay = before.slice(0, -1)
    return opened(Taro.redirectTo({ url }), () => (gaveWay = before))
  }
  if (pages() > 1) void Taro.navigateBack().catch(ignore)
  else goToTab(HOME)
}

/** What was reckoned with is taken back where the page does not open. */
function opened(opening: Promise<unknown>, takeBack: () => void = ignore): void {
  void opening.catch(() => {
    takeBack()
    told()
  })
}

/** The page on top with its query, which the platform hands over as it was written. */
function addressOnTop(): string {
  const all = Taro.getCurrentPages()
  const { route = '', options = {} } = all[all.length - 1] as {
    route?: string
    options?: Record<string, string>
  }
  const query = Object.entries(options).map(([name, value]) => `${name}=${value}`)
  return `/${route}${query.length === 0 ? '' : `?${query.join('&')}`}`
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
