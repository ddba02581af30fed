export const BROWSERS = [
  'edge',
  'qq',
  'sogou',
  'wechat',
  'opera',
  'firefox',
  'chrome',
  'safari',
  'other',
] as const
export const SYSTEMS = ['harmony', 'android', 'ios', 'windows', 'mac', 'linux', 'other'] as const

/**
 * What family a browser is of, without version or model: enough for somebody to know their own
 * computer by, too little to know them by.
 */
export interface Browser {
  browser: (typeof BROWSERS)[number]
  system: (typeof SYSTEMS)[number]
}

export const ANY_BROWSER: Browser = { browser: 'other', system: 'other' }

/** Those that call themselves Chrome or Safari too come first. */
const BROWSER_MARKS: readonly [Browser['browser'], RegExp][] = [
  ['wechat', /MicroMessenger/],
  ['edge', /Edg(?:e|A|iOS)?\//],
  ['qq', /QQBrowser/],
  ['sogou', /MetaSr|SogouMobileBrowser/],
  ['opera', /OPR\/|Opera/],
  ['firefox', /Firefox\/|FxiOS\//],
  ['chrome', /Chrom(?:e|ium)\/|CriOS\/|HeadlessChrome\//],
  ['safari', /Safari\//],
]

const SYSTEM_MARKS: readonly [Browser['system'], RegExp][] = [
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['ios', /iPhone|iPad|iPod/],
  ['windows', /Windows/],
  ['mac', /Macintosh|Mac OS X/],
  ['linux', /Linux|X11/],
]

/** The family of a browser by its User-Agent (RFC 9110, 10.1.5); of what it does not say, `other`. */
export function browserOf(userAgent: string | undefined): Browser {
  const named = <Name>(marks: readonly [Name, RegExp][]): Name | undefined =>
    marks.find(([, mark]) => mark.test(userAgent ?? ''))?.[0]
  return { browser: named(BROWSER_MARKS) ?? 'other', system: named(SYSTEM_MARKS) ?? 'other' }
}
