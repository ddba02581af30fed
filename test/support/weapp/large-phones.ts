import type { Mode } from './looks'

/** WeChat's font setting in 关怀模式, as its guide for elders has it. */
export const CARE_FONT = 23.8

/** Phones of people who have set large letters: one of today, and the narrowest that WeChat runs on. */
export const LARGE_PHONES: Mode[] = [
  { name: '390px', scale: 'large', theme: 'light', device: { fontSizeSetting: CARE_FONT } },
  {
    ...{ name: '320px', scale: 'large', theme: 'dark' },
    device: {
      ...{ width: 320, height: 640, statusBarHeight: 20, bottomInset: 0 },
      capsule: { top: 24, right: 313, width: 87, height: 32 },
      fontSizeSetting: CARE_FONT,
    },
  },
]
