import Taro from '@tarojs/taro'
import { phoneStorage } from '../storage'

export type ScaleChoice = 'standard' | 'large' | 'auto'
export type SchemeChoice = 'day' | 'night' | 'auto'

/** How a person wants the screens: both follow the phone until somebody says otherwise. */
export interface AppearanceChoice {
  scale: ScaleChoice
  scheme: SchemeChoice
}

const KEY = 'appearance'
const SCALES: readonly string[] = ['standard', 'large', 'auto']
const SCHEMES: readonly string[] = ['day', 'night', 'auto']
/** WeChat's font setting in px: 17 is its standard, 20 and above somebody has asked for larger. */
const LARGE_FONT_SETTING = 20

export function readAppearanceChoice(): AppearanceChoice {
  let kept: Partial<AppearanceChoice> = {}
  try {
    kept = (JSON.parse(phoneStorage.get(KEY) ?? '{}') as Partial<AppearanceChoice>) ?? {}
  } catch {
    // An unreadable choice is no choice.
  }
  return {
    scale: kept.scale && SCALES.includes(kept.scale) ? kept.scale : 'auto',
    scheme: kept.scheme && SCHEMES.includes(kept.scheme) ? kept.scheme : 'auto',
  }
}

export function keepAppearanceChoice(choice: AppearanceChoice): void {
  try {
    phoneStorage.set(KEY, JSON.stringify(choice))
  } catch {
    // The choice holds until the app is closed.
  }
}

/** The scheme that the phone is in now. */
export function systemScheme(): 'day' | 'night' {
  if (process.env.TARO_ENV === 'h5') return darkQuery()?.matches ? 'night' : 'day'
  return baseInfo().theme === 'dark' ? 'night' : 'day'
}

/** Calls back whenever the phone changes between light and dark. */
export function onSystemScheme(changed: (scheme: 'day' | 'night') => void): void {
  if (process.env.TARO_ENV === 'h5') {
    const query = darkQuery()
    const listener = (event: { matches: boolean }): void => changed(event.matches ? 'night' : 'day')
    // Safari before 14 has only the old name.
    if (query?.addEventListener) query.addEventListener('change', listener)
    else query?.addListener(listener)
    return
  }
  Taro.onThemeChange(({ theme }) => changed(theme === 'dark' ? 'night' : 'day'))
}

/** The scale that the phone's own font setting asks for. */
export function systemScale(): 'standard' | 'large' {
  if (process.env.TARO_ENV === 'h5') return 'standard'
  return (baseInfo().fontSizeSetting ?? 0) >= LARGE_FONT_SETTING ? 'large' : 'standard'
}

function darkQuery(): MediaQueryList | undefined {
  return window.matchMedia?.('(prefers-color-scheme: dark)')
}

function baseInfo(): { theme?: string; fontSizeSetting?: number } {
  try {
    return Taro.getAppBaseInfo()
  } catch {
    return {}
  }
}
