import type { AppearanceChoice } from '@/gateway/device/appearance'

export interface Appearance {
  scale: 'standard' | 'large'
  scheme: 'day' | 'night'
}

/** What is drawn: the person's choice, or what the phone itself says where nothing was chosen. */
export function resolveAppearance(choice: AppearanceChoice, system: Appearance): Appearance {
  return {
    scale: choice.scale === 'auto' ? system.scale : choice.scale,
    scheme: choice.scheme === 'auto' ? system.scheme : choice.scheme,
  }
}
